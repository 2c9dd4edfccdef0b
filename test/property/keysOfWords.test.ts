import { typeExamples } from './keys';

typeExamples('words');
