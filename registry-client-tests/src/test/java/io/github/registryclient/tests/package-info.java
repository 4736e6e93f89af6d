/** What needs several modules; here what the packages below share. */
package io.github.registryclient.tests;
