// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace glyphscope {

/// The opcodes that are read, by the names of Python's pickletools.
enum class Opcode : std::uint8_t {
    Mark = '(',
    Stop = '.',
    BinInt = 'J',
    BinInt1 = 'K',
    BinInt2 = 'M',
    None = 'N',
    BinPersId = 'Q',
    Reduce = 'R',
    BinUnicode = 'X',
    BinFloat = 'G',
    EmptyList = ']',
    Append = 'a',
    Appends = 'e',
    Build = 'b',
    Global = 'c',
    EmptyDict = '}',
    BinGet = 'h',
    LongBinGet = 'j',
    BinPut = 'q',
    LongBinPut = 'r',
    SetItem = 's',
    SetItems = 'u',
    Tuple = 't',
    EmptyTuple = ')',
    Proto = 0x80,
    Tuple1 = 0x85,
    Tuple2 = 0x86,
    Tuple3 = 0x87,
    NewTrue = 0x88,
    NewFalse = 0x89,
    Long1 = 0x8a,
    Long4 = 0x8b,
    Pop = '0',
    PopMark = '1',
    Dup = '2',
    NewObj = 0x81,
    NewObjEx = 0x92,
    StackGlobal = 0x93,
    Memoize = 0x94,
    Frame = 0x95,
    BinString = 'T',
    ShortBinString = 'U',
    ShortBinUnicode = 0x8c,
    BinUnicode8 = 0x8d,
    BinBytes = 'B',
    ShortBinBytes = 'C',
    BinBytes8 = 0x8e,
    ByteArray8 = 0x96,
    EmptySet = 0x8f,
    AddItems = 0x90,
    FrozenSet = 0x91,
};

/// What pickletools calls any byte: "INST", "STACK_GLOBAL"; "0x7f" for one that is no opcode.
[[nodiscard]] std::string opcodeName(std::uint8_t byte);

}  // namespace glyphscope
