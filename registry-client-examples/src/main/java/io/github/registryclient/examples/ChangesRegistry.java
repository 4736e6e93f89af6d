package io.github.registryclient.examples;

/** A command that schedules run: what went wrong is told apart by exit codes from 10 on, as {@link Ending} has them. */
interface ChangesRegistry {}
