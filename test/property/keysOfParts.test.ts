import { typeExamples } from './keys';

typeExamples('parts');
