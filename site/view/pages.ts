/* biome-ignore-all assist/source/organizeImports: in the order of the documentation */
/** Written by `npm run build` from the files there are. */
import type { Rule } from '../../src/rules/rule.ts';
import type { CommitChange } from '../lib/history.ts';
import { homePage } from './lifecycle/home.ts';
import { onboardingPages } from './people/onboarding.ts';
import { glossaryPage } from './people/glossary.ts';
import { stagePages } from './lifecycle/stage.ts';
import { sinkPages } from './lifecycle/sinks.ts';
import { handoffPages } from './lifecycle/handoff.ts';
import { rolePages } from './people/roles.ts';
import { slaPages } from './lifecycle/sla.ts';
import { channelPage } from './lifecycle/channels.ts';
import { tracePages } from './proof/trace.ts';
import { replayPages } from './proof/replay.ts';
import { gatePages } from './proof/gates.ts';
import { placeholderPage } from './proof/placeholders.ts';
import { changesPage } from './proof/changes.ts';
import { rulePages } from './proof/rules.ts';
import { idPages } from './proof/id-pages.ts';
import { pictureTablePages } from './lifecycle/picture-table.ts';
import { refusePage } from './people/refuse.ts';
import type { Page } from './page.ts';
import type { Site } from './site.ts';

type Maker = (
  site: Site,
  changes: readonly CommitChange[] | null,
  rules: readonly Rule[],
) => Page | readonly Page[];

/** What makes the pages of the site, in their order. */
export const makers: readonly Maker[] = [
  homePage,
  onboardingPages,
  glossaryPage,
  stagePages,
  sinkPages,
  handoffPages,
  rolePages,
  slaPages,
  channelPage,
  tracePages,
  replayPages,
  gatePages,
  placeholderPage,
  changesPage,
  rulePages,
  idPages,
  pictureTablePages,
  refusePage,
];
