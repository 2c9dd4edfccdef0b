import type { Sourced } from './types';

/** Latin capitals that every reader of an official report knows, or that are no abbreviation at all: they need no full name. */
export interface CommonAbbreviation extends Sourced {
  readonly text: string;
  readonly kind: 'unit' | 'currency' | 'place' | 'organisation' | 'company' | 'technology' | 'medicine' | 'business' | 'education' | 'word' | 'class'; // prettier-ignore
}

type Group = readonly [kind: CommonAbbreviation['kind'], source: string, texts: string];

const revisedDictionary = '教育部《重編國語辭典修訂本》「以西文字母起首的詞語」及報章通用縮寫';

/** By kind, one word or more between blanks. */
const groups: readonly Group[] = [
  ['unit', 'BIPM, The International System of Units (SI Brochure), 9th ed.; IEC 80000-13',
    'GB MB KB TB PB GW MW KW GWH MWH KWH TWH GHZ MHZ KHZ MT PPM PPB DB HZ TEU BTU MTOE'],
  ['currency', 'ISO 4217',
    'USD TWD NTD NT EUR JPY GBP AUD NZD CAD HKD SGD KRW CNY RMB THB MYR IDR PHP VND CHF MXN PEN CLP SDR'],
  ['place', 'ISO 3166-1 及各國通用簡稱',
    'US USA UK UAE ROC PRC PNG NZ DC NY LA HK ROK EU'],
  ['place', 'IATA, Airline and Airport Code Search',
    'TPE TSA KHH RMQ NRT HND KIX ICN GMP PUS CJU HKG PVG PEK SIN BKK KUL CGK MNL HAN SGN SYD MEL AKL LAX SFO SEA JFK IAD YVR YYZ LIM SCL LHR CDG FRA AMS GVA ZRH VIE IST DXB AUH DOH'],
  ['organisation', '外交部網站、各組織官方名稱',
    'UNESCO UNICEF UNDP UNEP UNHCR UNIDO UNFPA UNWTO UNDRR UNESCAP ESCAP OPEC NATO NASA NIST FBI CIA CDC FDA NIH WFP IAEA ICAO IMO UPU IFC IBRD AIIB BIS FATF EFTA AFTA ASEM AFACT OIML CITES IPCC ICAO IATA IEEE IETF ICANN ISOC WIPO INTERPOL IOC FIFA NGO NPO CSO COP EC BRICS MERCOSUR CARICOM ECOWAS SAARC SCO GCC OIE WOAH CODEX ICC ICJ WTTC PATA APO AARRO APAARI'],
  ['company', '各公司登記或通用名稱',
    'IBM SAP AMD AWS HP LG LINE TSMC UMC MTK ASUS ACER HTC BENQ SONY NEC NTT KPMG PWC EY DHL UPS FEDEX IKEA BBC CNN NHK KBS ABC CNBC NVIDIA INTEL VISA JCB SWIFT AT BMW BYD TOTO DBS HSBC UOB SK KT NAVER GRAB ASML FUJITSU HITACHI TOSHIBA KDDI NISSAN HONDA MUFG SMBC TSIA MSI EVA CAL ANA JAL KAL DELL ARM GE SIEMENS BASF SAS QS JA TÜV TUV SGS UL'],
  ['technology', revisedDictionary,
    'IT ICT IP ID TV PC CD DVD LED LCD OLED CPU GPU USB SSD RAM ROM RFID NFC VPN LAN WAN WIFI LTE SIM ATM OTP POS ERP CRM API SDK APP URL HTML XML JSON PDF CSV PPT DOC DOCX XLSX SMS GPS GIS QR VR AR XR MR OCR NLP ML GPT LLM CCTV UPS HTTP HTTPS FTP EV HEV PHEV OEM ODM IC PCB LNG LPG PV DNS DDOS SOC ISMS IPV BIM UAV AIOT IOT AI ESIM EDI SQL CAD CAM AED SSL TLS PKI FIDO SBOM ABS PE PP PVC EUV DUV PIN PUK EAP GPRS IDE IPO'],
  ['medicine', revisedDictionary,
    'DNA RNA PCR HIV AIDS SARS MERS COVID ICU BMI OTC GMP GCP GLP HACCP CT MRI TB HPV ADHD PTSD'],
  ['business', revisedDictionary,
    'CEO CFO CTO COO CIO CISO CSR VIP SOP FAQ KPI OKR SWOT PDCA GDP GNP GNI CPI PPI PMI VAT IPO ETF NFT DIY HR PR AM PM OK NO TEL FAX EMAIL BC AD CV RSVP QA TBD TBC TBA NA VS ETC IE EG PS RE CC BCC MICE CIF FOB KOL NDA RFP ROI POC IR VC LOGO EXPO B2B'],
  ['education', revisedDictionary,
    'MBA EMBA PHD MIT UCLA NYU LSE TOEFL TOEIC IELTS SAT GRE GPA EMI MOOC'],
  ['word', '英文單字與專名以大寫書寫者',
    'TOP NEW KEY THE AND FOR OF IN ON TO BY AS IS IT WE GO UP OUR ALL ONE TWO SMART GREEN OPEN BIG HOT DAY NOTE YES MR MRS MS DR PROF ST VOL PP ED FIG TAIWAN TAIPEI ASIA PACIFIC PERU LIMA KOREA JAPAN CHINA USA MEXICO CHILE CANADA RUSSIA THAILAND VIETNAM MALAYSIA INDONESIA SINGAPORE AUSTRALIA SUMMIT FORUM WORKSHOP PANEL DATA WORLD GLOBAL DIGITAL CENTER CENTRE PARK CITY TOKYO OSAKA SEOUL BUSAN SYDNEY PARIS LONDON AGENDA DRAFT FINAL ANNEX'],
  ['class', '各類通用代稱：血型、座位、隊伍、世代',
    'AB ABC XY XX XL XXL BOT VOD MVP NBA MLB WBC'],
]; // prettier-ignore

let byText: Map<string, CommonAbbreviation> | undefined;

function indexed(): Map<string, CommonAbbreviation> {
  const index = new Map<string, CommonAbbreviation>();
  for (const [kind, source, texts] of groups) {
    for (const text of texts.split(' ')) {
      if (!index.has(text)) index.set(text, { text, kind, source, trust: 'general' });
    }
  }
  return index;
}

/** The row of a generally known abbreviation, written in capitals; undefined for any other word. */
export function commonAbbreviation(text: string): CommonAbbreviation | undefined {
  return (byText ??= indexed()).get(text);
}
