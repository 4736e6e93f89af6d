import io.github.registryclient.*;
import io.github.registryclient.auth.*;
import io.github.registryclient.docker.*;
import io.github.registryclient.error.*;
import io.github.registryclient.http.*;
import io.github.registryclient.http.event.*;
import io.github.registryclient.manifest.*;
import io.github.registryclient.name.*;
import io.github.registryclient.paging.*;
import io.github.registryclient.tls.*;

RegistryClient registry = io.github.registryclient.examples.Shell.connect();
