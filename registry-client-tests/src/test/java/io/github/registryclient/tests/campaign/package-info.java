/**
 * The fault campaign: thousands of runs of listing, resolving and deleting through a proxy that refuses, cuts, damages and loses
 * answers, while tokens end and tags move. Each run is drawn from a seed and judged by what the registry holds before and after.
 */
package io.github.registryclient.tests.campaign;
