/**
 * Random registries and random policies: plans are compared with a second evaluator, which was written from the description of the
 * clean-up and shares nothing with it but the values that a policy is made of.
 */
package io.github.registryclient.tests.plan;
