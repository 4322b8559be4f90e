// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/detail/simple_cnn.h"

#include "model/kernels/network_sizes.h"
#include "model/network/detail/features.h"
#include "model/types/error.h"

#include <mutex>

namespace glyphscope {

using namespace kernels;

namespace {

std::mutex generatorMutex;  // over LibTorch's global generator, from seeding it to the last draw

torch::nn::Conv2dOptions conv(int in, int out)
{
    return torch::nn::Conv2dOptions(in, out, kKernel).padding(1);
}

std::string linearKind(int in, int out)
{
    return "Linear(" + std::to_string(in) + ", " + std::to_string(out) + ")";
}

}  // namespace

SimpleCNN::SimpleCNN(int classCount)
    : m_classCount(classCount)
    , m_conv1(registerModule("conv1", std::make_shared<Conv2d>(conv(1, kMaps1))))
    , m_relu1(registerModule("relu1", std::make_shared<ReLU>()))
    , m_pool1(registerModule("pool1", std::make_shared<MaxPool2d>(torch::nn::MaxPool2dOptions(2))))
    , m_conv2(registerModule("conv2", std::make_shared<Conv2d>(conv(kMaps1, kMaps2))))
    , m_relu2(registerModule("relu2", std::make_shared<ReLU>()))
    , m_pool2(registerModule("pool2", std::make_shared<MaxPool2d>(torch::nn::MaxPool2dOptions(2))))
    , m_flatten(registerModule("flatten", std::make_shared<Flatten>()))
    , m_fc1(registerModule("fc1", std::make_shared<Linear>(kFlat, kHidden)))
    , m_relu3(registerModule("relu3", std::make_shared<ReLU>()))
    , m_fc2(registerModule("fc2", std::make_shared<Linear>(kHidden, classCount)))
{
}

torch::Tensor SimpleCNN::forward(torch::Tensor x, const torch::Tensor& dropout)
{
    x = (*m_pool1)((*m_relu1)((*m_conv1)(x)));
    x = (*m_pool2)((*m_relu2)((*m_conv2)(x)));
    x = (*m_flatten)(x);
    x = (*m_relu3)((*m_fc1)(x));
    if (dropout.defined())
        x = x * dropout;
    return (*m_fc2)(x);
}

torch::Tensor SimpleCNN::forwardFused(torch::Tensor x, torch::ScalarType type, const torch::Tensor& dropout)
{
    const auto convolve = [type](const Conv2d& layer, const torch::Tensor& input) {
        return torch::conv2d(input, layer.weight.to(type), layer.bias.to(type), 1, 1);
    };
    const auto multiply = [type](const Linear& layer, const torch::Tensor& input) {
        return torch::linear(input, layer.weight.to(type), layer.bias.to(type));
    };
    if (hasFeatures(x, type)) {
        x = features(x, {m_conv1->weight, m_conv1->bias, m_conv2->weight, m_conv2->bias}, type).to(type);
    } else {
        x = torch::max_pool2d(convolve(*m_conv1, x.to(type)), 2).relu_();
        x = torch::max_pool2d(convolve(*m_conv2, x), 2).relu_().flatten(1);
    }
    x = multiply(*m_fc1, x).relu_();
    if (dropout.defined())
        x = x * dropout.to(type);
    return multiply(*m_fc2, x).to(torch::kFloat);
}

std::vector<SimpleCNN::Step> SimpleCNN::steps()
{
    return {
        {"conv1", "Conv2d(1, 32, 3, padding=1)", m_conv1.get()},
        {"relu1", "ReLU()", m_relu1.get()},
        {"pool1", "MaxPool2d(2, 2)", m_pool1.get()},
        {"conv2", "Conv2d(32, 64, 3, padding=1)", m_conv2.get()},
        {"relu2", "ReLU()", m_relu2.get()},
        {"pool2", "MaxPool2d(2, 2)", m_pool2.get()},
        {"flatten", "Flatten()", m_flatten.get()},
        {"fc1", linearKind(kFlat, kHidden), m_fc1.get()},
        {"relu3", "ReLU()", m_relu3.get()},
        {"fc2", linearKind(kHidden, m_classCount), m_fc2.get()},
    };
}

torch::Tensor dropoutMask(std::int64_t count, double share, std::uint64_t seed, const torch::Device& device)
{
    const torch::Generator generator = at::detail::createCPUGenerator(seed);
    return torch::empty({count, kHidden}).bernoulli_(1 - share, generator).div_(1 - share).to(device);
}

SimpleCNN seededNetwork(std::uint64_t seed, int classCount)
{
    const std::lock_guard lock(generatorMutex);
    torch::manual_seed(seed);
    return SimpleCNN(classCount);
}

SimpleCNN networkToLoad(int classCount)
{
    const std::lock_guard lock(generatorMutex);
    return SimpleCNN(classCount);
}

torch::Device deviceNamed(const std::string& name)
{
    try {
        const torch::Device device(name);
        if (device.is_cpu())
            return device;
        if (device.is_cuda() && !torch::cuda::is_available())
            throw Error(
                "--device " + name +
                ": there is no CUDA here: this LibTorch was built without it, or no graphics card with a "
                "driver was found. Use cpu, or point CMAKE_PREFIX_PATH at a CUDA build of LibTorch.");
        if (device.is_cuda() &&
            (!device.has_index() || static_cast<std::size_t>(device.index()) < torch::cuda::device_count()))
            return device;
    } catch (const c10::Error&) {
        // not a device name at all: answered below
    }
    throw Error("--device " + name + ": no such device. Choose cpu, cuda or cuda:N.");
}

torch::Tensor normalizePixels(const torch::Tensor& bytes)
{
    constexpr double kMean = 0.1307;
    constexpr double kStd = 0.3081;
    return bytes.to(torch::kFloat).div_(255).sub_(kMean).div_(kStd);
}

}  // namespace glyphscope
