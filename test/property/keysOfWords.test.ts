import { typeExamples } from './keys';

typeExamples(true);
