/**
 * One scene on every registry, planned for by one policy: what each tag and each manifest has to become is written down by hand, and
 * how registries differ is said by each subclass.
 */
package io.github.registryclient.tests.plan.contract;
