/** The README against the files that it shows. */
package io.github.registryclient.tests.readme;
