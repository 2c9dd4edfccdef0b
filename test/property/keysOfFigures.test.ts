import { typeExamples } from './keys';

typeExamples('figures');
