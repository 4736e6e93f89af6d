import io.github.registryclient.*;
import io.github.registryclient.auth.*;
import io.github.registryclient.error.*;
import io.github.registryclient.http.*;
import io.github.registryclient.manifest.*;
import io.github.registryclient.name.*;
import io.github.registryclient.paging.*;

RegistryClient registry = io.github.registryclient.examples.Shell.connect();
