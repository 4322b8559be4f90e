// SPDX-License-Identifier: BSD-3-Clause

// LibTorch 1.13 keeps the pretty_print of its batch and instance norms to itself (later ones have it in their
// headers), so whatever derives from these modules, Hooked<> too, would not link. Here are definitions to
// link to.
#include <torch/torch.h>
#include <torch/version.h>

#if TORCH_VERSION_MAJOR < 2

#include <ostream>

namespace torch::nn {
namespace {

template <typename Options>
void printNorm(std::ostream& stream, const char* name, std::size_t dimensions, const Options& options)
{
    stream << std::boolalpha << "torch::nn::" << name << dimensions << "d(" << options.num_features()
           << ", eps=" << options.eps() << ", affine=" << options.affine()
           << ", track_running_stats=" << options.track_running_stats() << ')';
}

}  // namespace

template <size_t D, typename Derived>
void BatchNormImplBase<D, Derived>::pretty_print(std::ostream& stream) const
{
    printNorm(stream, "BatchNorm", D, this->options);
}

template <size_t D, typename Derived>
void InstanceNormImpl<D, Derived>::pretty_print(std::ostream& stream) const
{
    printNorm(stream, "InstanceNorm", D, this->options);
}

template class BatchNormImplBase<1, BatchNorm1dImpl>;
template class BatchNormImplBase<2, BatchNorm2dImpl>;
template class BatchNormImplBase<3, BatchNorm3dImpl>;
template class InstanceNormImpl<1, InstanceNorm1dImpl>;
template class InstanceNormImpl<2, InstanceNorm2dImpl>;
template class InstanceNormImpl<3, InstanceNorm3dImpl>;

}  // namespace torch::nn

#endif
