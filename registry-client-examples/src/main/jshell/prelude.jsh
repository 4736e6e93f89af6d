import io.github.registryclient.*;
import io.github.registryclient.auth.*;
import io.github.registryclient.cleanup.*;
import io.github.registryclient.cleanup.apply.*;
import io.github.registryclient.cleanup.journal.*;
import io.github.registryclient.cleanup.plan.*;
import io.github.registryclient.cleanup.policy.*;
import io.github.registryclient.cleanup.report.*;
import io.github.registryclient.cleanup.undo.*;
import io.github.registryclient.cleanup.use.*;
import io.github.registryclient.docker.*;
import io.github.registryclient.error.*;
import io.github.registryclient.http.*;
import io.github.registryclient.http.event.*;
import io.github.registryclient.manifest.*;
import io.github.registryclient.name.*;
import io.github.registryclient.paging.*;
import io.github.registryclient.tls.*;

RegistryClient registry = io.github.registryclient.examples.Shell.connect();

// script(() -> { ... return report; }) has "run shell FILE.jsh" end with an exit code, which JShell alone does not.
int exitCode = 0;
int scriptsRun = 0;
void script(java.util.concurrent.Callable<?> work) { scriptsRun++; if (exitCode == 0) { exitCode = io.github.registryclient.examples.Shell.script(work); } }
