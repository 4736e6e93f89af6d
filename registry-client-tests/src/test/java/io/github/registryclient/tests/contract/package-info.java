/** The contract suite on each real registry that is found. */
package io.github.registryclient.tests.contract;
