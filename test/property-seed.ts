// Property tests try the same cases in every run, so that a run that passed passes again; FAST_CHECK_SEED=N tries others.
import { configureGlobal } from 'fast-check'

configureGlobal({ seed: Number(process.env.FAST_CHECK_SEED ?? 20_250_503) })
