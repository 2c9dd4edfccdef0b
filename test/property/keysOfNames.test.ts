import { typeExamples } from './keys';

typeExamples('names');
