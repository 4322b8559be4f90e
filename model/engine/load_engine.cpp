// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/engine/load_engine.h"

#include "model/engine/engine_module.h"
#include "model/types/error.h"

#include <cstdlib>
#include <dlfcn.h>
#include <string>
#include <system_error>
#include <unistd.h>

namespace glyphscope {

namespace {

constexpr const char* kSpins = "GOMP_SPINCOUNT";
constexpr const char* kStartedAgain = "GLYPHSCOPE_STARTED_AGAIN";

/// Whether OpenMP was loaded before main(), and has read its variables.
bool openMpIsHere()
{
    void* library = ::dlopen("libgomp.so.1", RTLD_LAZY | RTLD_NOLOAD);
    if (library != nullptr)
        ::dlclose(library);
    return library != nullptr;
}

/// By its own name, which is what lists of processes show; by the kernel's where that file is gone.
void startAgain(char** argv)
{
    std::error_code code;
    const std::filesystem::path self = std::filesystem::read_symlink("/proc/self/exe", code);
    if (!code)
        ::execv(self.c_str(), argv);
    ::execv("/proc/self/exe", argv);
}

}  // namespace

void prepareForEngine(char** argv)
{
    const bool again = std::getenv(kStartedAgain) != nullptr;
    ::unsetenv(kStartedAgain);  // programs that this one starts are started for the first time
    // OpenBLAS must not run threads of its own beside OpenMP's.
    ::setenv("OPENBLAS_NUM_THREADS", "1", 0);
    if (std::getenv(kSpins) != nullptr || std::getenv("OMP_WAIT_POLICY") != nullptr)
        return;  // the user's choice, or this program's from before it was started again
    // OpenMP's waiting threads should give the processor up soon, since the window and the reader want it
    // too; and a thread that spins beside another busy program is set back behind it for milliseconds, where
    // one that sleeps is woken at once.
    const bool set = ::setenv(kSpins, "300", 0) == 0;
    if (argv == nullptr || again || !set || !openMpIsHere() || ::setenv(kStartedAgain, "1", 1) != 0)
        return;
    startAgain(argv);
    ::unsetenv(kStartedAgain);  // it goes on as it is, only slower beside others
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
