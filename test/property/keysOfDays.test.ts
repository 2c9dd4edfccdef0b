import { typeExamples } from './keys';

typeExamples('days');
