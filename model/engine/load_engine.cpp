// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/engine/load_engine.h"

#include "model/engine/engine_module.h"
#include "model/types/error.h"

#include <cstdlib>
#include <dlfcn.h>
#include <string>

namespace glyphscope {

void prepareForEngine()
{
    // OpenBLAS must not run threads of its own beside OpenMP's, and OpenMP's waiting threads should give the
    // processor up soon, since the window and the reader want it too; and a thread that spins beside another
    // busy program is set back behind it for milliseconds, at every step of the network, where one that
    // sleeps is woken at once. Both are read when the libraries load.
    ::setenv("OPENBLAS_NUM_THREADS", "1", 0);
    ::setenv("GOMP_SPINCOUNT", "300", 0);
}

std::shared_ptr<Engine> loadEngine(const std::filesystem::path& module)
{
    const auto failed = [&module](const char* reason) {
        const Message unknown(GLYPHSCOPE_TEXT("Engine", "unknown reason"));
        return Error(GLYPHSCOPE_TEXT("Engine",
                                     "The engine could not be loaded from %1: %2. Install LibTorch "
                                     "(libtorch-dev on Debian) and build again with ./run.sh build."),
                     module, reason != nullptr ? MessageArgument(reason) : MessageArgument(unknown));
    };
    void* library = ::dlopen(module.c_str(), RTLD_NOW | RTLD_LOCAL);
    if (library == nullptr)
        throw failed(::dlerror());
    const auto create = reinterpret_cast<CreateEngine>(::dlsym(library, kCreateEngineSymbol));
    if (create == nullptr)
        throw failed(::dlerror());
    return std::shared_ptr<Engine>(create());
}

}  // namespace glyphscope
