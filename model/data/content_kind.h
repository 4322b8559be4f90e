// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/message.h"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <span>

namespace glyphscope {

/// What a file is by its content. Kinds that nothing here reads are told apart so that a message can say what
/// to do with them.
enum class ContentKind {
    Safetensors,    ///< a length and JSON
    PyTorch,        ///< a zip of torch.save since PyTorch 1.6
    TorchScript,    ///< a zip of torch.jit.save
    LegacyPyTorch,  ///< what torch.save wrote before PyTorch 1.6, and writes on demand
    Pickle,         ///< any other pickle
    NumpyArchive,   ///< .npz
    NumpyArray,     ///< .npy
    Keras,          ///< .keras
    Hdf5,
    Onnx,
    TensorFlow,  ///< a SavedModel, a part of a checkpoint, or its note
    TfLite,
    Gguf,
    ShardIndex,  ///< JSON that tells in which of several files each tensor is
    GitLfsPointer,
    WebPage,
    Zip,
    BrokenZip,  ///< one that cannot be looked into, or with nothing in it
    Gzip,
    Packed,  ///< by another packer
    Tar,
    Idx,
    Picture,
    Ink,  ///< XML or UNIPEN
    Json,
    Text,
    Empty,
    Unknown
};

/// The kind of these bytes, all of a file.
[[nodiscard]] ContentKind contentKindOf(std::span<const std::byte> bytes);

/// Likewise of a file, of which the beginning and the end are read. Throws nothing: what cannot be read, or
/// is no file, is Unknown.
[[nodiscard]] ContentKind contentKindOf(const std::filesystem::path& file);

/// What a file of such a kind is and what to do with it, to stand behind its name; nullopt for kinds that
/// a reader here takes, and for unknown ones.
[[nodiscard]] std::optional<Message> adviceFor(ContentKind kind);

}  // namespace glyphscope
