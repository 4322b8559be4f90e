// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace glyphscope {

namespace kernels {
struct FeatureSteps;
}

/// A set of instructions that FeaturePass can use here.
struct FeatureInstructions {
    std::string name;
    bool bfloat16 = false;  ///< conv2's products are of bfloat16, everything else is float32
};

/// The fastest first; empty where the processor has none of them.
[[nodiscard]] std::vector<FeatureInstructions> featureInstructions();

/// The parameters of conv1 [32, 1, 3, 3] and conv2 [64, 32, 3, 3] in PyTorch's layout, or their gradients.
template <typename Float>
struct FeatureParameters {
    Float* conv1 = nullptr;
    Float* bias1 = nullptr;
    Float* conv2 = nullptr;
    Float* bias2 = nullptr;
};

/// SimpleCNN from its input to "flatten", forwards and backwards, for training: one image after another on
/// the calling thread. Of the gradient of a 2x2 maximum three quarters are zero, and so is what the ReLU cut
/// off; backwards that is left out, which is exact. Immutable: any number of threads may use it.
class FeaturePass {
public:
    /// Sums of gradients, for one thread at a time.
    class Sums {
    public:
        Sums();
        ~Sums();
        Sums(Sums&&) noexcept;
        void add(const Sums& other);
        /// Writes what was summed up, where there is a place for it.
        void write(const FeatureParameters<float>& to) const;

    private:
        friend class FeaturePass;
        struct Values;
        std::unique_ptr<Values> m_values;
    };

    /// Copies the parameters. `bfloat16`: with instructions that multiply it, else float32. `instructions`: a
    /// name of featureInstructions(), or empty for the fastest. Throws Error where there are none.
    FeaturePass(const FeatureParameters<const float>& parameters, bool bfloat16,
                const std::string& instructions = {});
    ~FeaturePass();

    /// What forward() leaves of one image for backward(), at an address that 64 divides.
    [[nodiscard]] std::size_t stateBytes() const;

    /// `image` [28][28], standardised; `features` [3136], as PyTorch flattens them.
    void forward(const float* image, std::byte* state, float* features) const;

    /// `gradient` [3136] of the features. Adds to `sums`; conv1's part only if `conv1`.
    void backward(const float* image, const std::byte* state, const float* gradient, bool conv1,
                  Sums& sums) const;

    /// The same in two halves, for what comes between: to `pool1` and from it, [14][14][32]. Each has a state
    /// of its own.
    void forwardFirst(const float* image, std::byte* state, float* pool1) const;
    void forwardSecond(const float* pool1, std::byte* state, float* features) const;
    /// Writes the gradient of pool1 to `pool1` unless that is null. Adds to `sums` of conv2.
    void backwardSecond(const std::byte* state, const float* gradient, float* pool1, Sums& sums) const;
    /// `gradient` of pool1. Adds to `sums` of conv1.
    void backwardFirst(const float* image, const std::byte* state, const float* gradient, Sums& sums) const;

private:
    struct Layout;
    const kernels::FeatureSteps& m_steps;
    std::unique_ptr<const Layout> m_layout;
};

}  // namespace glyphscope
