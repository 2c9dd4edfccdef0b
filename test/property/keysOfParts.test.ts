import { typeExamples } from './keys';

typeExamples(false);
