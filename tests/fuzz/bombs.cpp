// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/bombs.h"

#include "app/files/inkml.h"
#include "app/files/picture_file.h"
#include "app/files/unipen.h"
#include "model/checkpoint/pt_file.h"
#include "model/checkpoint/run_store.h"
#include "model/checkpoint/safetensors.h"
#include "model/data/dataset_folder.h"
#include "model/data/idx.h"
#include "model/data/idx_set.h"
#include "tests/fuzz/scratch_folder.h"
#include "tests/model/checkpoint/pt_bytes.h"
#include "tests/model/data/idx_bytes.h"

#include <QtCore/QtEndian>

namespace glyphscope::fuzz {
namespace {

using test::gzipped;
using test::words;

std::span<const std::byte> spanOf(const QByteArray& bytes)
{
    return std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size())));
}

/// `mebibytes` of zeros as members of a gzip file.
QByteArray zeros(int mebibytes)
{
    constexpr int kOnce = 16;
    return gzipped(QByteArray(kOnce << 20, '\0')).repeated(mebibytes / kOnce);
}

void readImages(const QByteArray& bytes)
{
    const ScratchFolder folder;
    writeFile(folder.file("bomb.gz"), spanOf(bytes));
    (void)readIdxImages(folder.file("bomb.gz"));
}

/// As the training images of a folder.
void readFolder(const QByteArray& bytes)
{
    const ScratchFolder folder;
    const QByteArray labels = gzipped(test::labelsFile(2));
    writeFile(folder.file("train-images-idx3-ubyte"), spanOf(bytes));
    writeFile(folder.file("t10k-images-idx3-ubyte"), spanOf(bytes));
    writeFile(folder.file("train-labels-idx1-ubyte"), spanOf(labels));
    writeFile(folder.file("t10k-labels-idx1-ubyte"), spanOf(labels));
    (void)loadIdxFolder(folder.path());
}

/// As the images of a set that is converted.
void readSet(const QByteArray& bytes)
{
    const ScratchFolder folder;
    const QByteArray labels = gzipped(test::labelsFile(2));
    writeFile(folder.file("a-images-idx3-ubyte.gz"), spanOf(bytes));
    writeFile(folder.file("a-labels-idx1-ubyte.gz"), spanOf(labels));
    (void)readIdxSet(idxSetOf(folder.file("a-images-idx3-ubyte.gz")));
}

/// As the labels of two images.
void readLabels(const QByteArray& bytes)
{
    const ScratchFolder folder;
    const QByteArray images = test::imagesFile(2);
    writeFile(folder.file("a-images-idx3-ubyte"), spanOf(images));
    writeFile(folder.file("a-labels-idx1-ubyte"), spanOf(bytes));
    (void)readIdxSet(idxSetOf(folder.file("a-images-idx3-ubyte")));
}

QByteArray chunk(const QByteArray& typeAndData)
{
    const auto sum =
        crc32(0, reinterpret_cast<const Bytef*>(typeAndData.data()), static_cast<uInt>(typeAndData.size()));
    return words({static_cast<quint32>(typeAndData.size() - 4)}) + typeAndData +
           words({static_cast<quint32>(sum)});
}

QByteArray deflated(const QByteArray& bytes)
{
    return qCompress(bytes, 9).mid(4);
}

/// PNG's colour type 0 is grey, 6 is colour and transparency.
QByteArray png(quint32 width, quint32 height, int colour, const QByteArray& between, const QByteArray& lines)
{
    const QByteArray form{"\x08", 1};
    return "\x89PNG\r\n\x1a\n" +
           chunk("IHDR" + words({width, height}) + form + static_cast<char>(colour) + QByteArray(3, '\0')) +
           between + chunk("IDAT" + deflated(lines)) + chunk("IEND");
}

QByteArray packedTexts(const QByteArray& type, const QByteArray& head, int count)
{
    return chunk(type + head + deflated(QByteArray(7 << 20, 'x'))).repeated(count);
}

void readAsPicture(const QByteArray& bytes)
{
    (void)readPicture(bytes, QStringLiteral("bomb.png"));
}

void readAsInkml(const QByteArray& bytes)
{
    (void)readInkml(bytes, QStringLiteral("bomb.inkml"));
}

void readAsSafetensors(const QByteArray& bytes)
{
    (void)parseSafetensors(spanOf(bytes), "bomb.safetensors");
}

void readAsRun(const QByteArray& bytes)
{
    const ScratchFolder folder;
    std::filesystem::create_directory(folder.file("run"));
    writeFile(folder.file("run/run.json"), spanOf(bytes));
    (void)RunStore(folder.path()).info("run");
}

void readAsPt(const QByteArray& bytes)
{
    (void)parsePt(spanOf(bytes), "bomb.pt");
}

void readAsUnipen(const QByteArray& bytes)
{
    (void)readUnipen(bytes, QStringLiteral("/none/bomb.dat"));
}

/// In a folder whose files include the one with the next number, `times` each; the last has points.
void readIncluding(const QByteArray& bytes, int depth, int times, int points = 50'000)
{
    const ScratchFolder folder;
    writeFile(folder.file("bomb.dat"), spanOf(bytes));
    for (int i = 1; i < depth; ++i)
        writeFile(folder.file(std::to_string(i)),
                  spanOf(QByteArray(".INCLUDE " + QByteArray::number(i + 1) + '\n').repeated(times)));
    writeFile(folder.file(std::to_string(depth)),
              spanOf(".PEN_DOWN\n" + QByteArray("1 2\n").repeated(points)));
    (void)readUnipen(bytes, QString::fromStdString(folder.file("bomb.dat").string()));
}

QByteArray withLength(const QByteArray& header)
{
    QByteArray bytes(8, '\0');
    qToLittleEndian(static_cast<quint64>(header.size()), bytes.data());
    return bytes + header;
}

constexpr qsizetype kHeader = 1 << 20;  // the largest that is read

std::vector<Bomb> gzipBombs()
{
    const auto otherSize = [] { return gzipped(words({0x803, 1 << 20, 32, 32})) + zeros(1024); };
    const auto otherCount = [] { return gzipped(words({0x803, 1'300'000, 28, 28})) + zeros(1024); };
    return {
        {"gzip: 512 MiB behind three images", [] { return gzipped(test::imagesFile(3)) + zeros(512); },
         readImages, "more data follows"},
        {"gzip: a header of 1 GiB over nothing",
         [] {
             return gzipped(words({0x803, 1 << 20, 32, 32}));
         },
         readImages, "too few of the 1,073,741,824 bytes"},
        {"gzip: a gigabyte of images of another size", otherSize, readFolder, "images of 32x32"},
        {"gzip: a gigabyte of images for two labels", otherCount, readFolder,
         "2 labels for 1,300,000 images"},
        {"gzip: a set of a gigabyte of images of another size", otherSize, readSet, "images of 32x32"},
        {"gzip: a set of a gigabyte of images for two labels", otherCount, readSet,
         "2 labels for 1,300,000 images"},
        {"gzip: a gigabyte of labels for two images",
         [] {
             return gzipped(words({0x801, 1 << 30})) + zeros(1024);
         },
         readLabels, "1,073,741,824 labels for 2 images"},
        {"gzip: a million empty members", [] { return gzipped({}).repeated(200'000); }, readImages,
         "within the header"},
    };
}

std::vector<Bomb> pictureBombs()
{
    const auto line = [] { return QByteArray(8192, '\0'); };
    return {
        {"PNG: 8193 pixels wide", [=] { return png(8193, 1, 0, {}, line() + line()); }, readAsPicture,
         "at most 8192x8192"},
        {"PNG: a gigapixel and a half", [=] { return png(40'000, 40'000, 6, {}, line()); }, readAsPicture,
         "at most 8192x8192"},
        {"PNG: the largest size and a line of it", [=] { return png(8192, 8192, 6, {}, line()); },
         readAsPicture, "cannot be decoded"},
        {"PNG: 7 MiB of text, forty times",
         [=] { return png(1, 1, 0, packedTexts("zTXt", QByteArray("a\0\0", 3), 40), QByteArray(2, '\0')); },
         readAsPicture, nullptr},
        {"PNG: 7 MiB of UTF-8, forty times",
         [=] {
             return png(1, 1, 0, packedTexts("iTXt", QByteArray("a\0\1\0\0\0", 6), 40), QByteArray(2, '\0'));
         },
         readAsPicture, nullptr},
        {"PNG: a text of 800 MB that is not there",
         [] { return png(4, 4, 0, words({800 << 20}) + "zTXt", {}).first(41); }, readAsPicture,
         "its size cannot be read"},
        {"JPEG: a scan over everything, often",
         [] { return "\xff\xd8\xff\xc2" + QByteArray("\xff\xda").repeated(101); }, readAsPicture,
         "more than 100 scans"},
        {"PNG: 64 MiB for one pixel", [=] { return png(1, 1, 0, {}, QByteArray(64 << 20, '\0')); },
         readAsPicture, nullptr},
    };
}

std::vector<Bomb> xmlBombs()
{
    return {
        {"XML: a billion laughs",
         [] {
             QByteArray dtd = "<!DOCTYPE ink [<!ENTITY a0 \"lol\">";
             for (int i = 1; i < 10; ++i)
                 dtd += "<!ENTITY a" + QByteArray::number(i) + " \"" +
                        QByteArray("&a" + QByteArray::number(i - 1) + ';').repeated(10) + "\">";
             return dtd + "]><ink><trace>&a9;</trace></ink>";
         },
         readAsInkml, "document type declaration"},
        {"XML: one long entity, often",
         [] {
             return "<!DOCTYPE ink [<!ENTITY a \"" + QByteArray(100'000, '1') + "\">]><ink><trace>" +
                    QByteArray("&a;").repeated(100'000) + "</trace></ink>";
         },
         readAsInkml, "document type declaration"},
        {"XML: a million levels", [] { return "<ink>" + QByteArray("<a>").repeated(1'000'000); }, readAsInkml,
         "nested deeper than 16"},
        {"XML: a hundred thousand attributes",
         [] {
             QByteArray text = "<ink";
             for (int i = 0; i < 100'000; ++i)
                 text += " a" + QByteArray::number(i) + "=\"\"";
             return text + "><trace>1</trace></ink>";
         },
         readAsInkml, "a tag of more than 2,048 characters"},
        {"XML: as many behind a \">\" that ends no tag",
         [] {
             QByteArray text = "<ink a=\">\"";
             for (int i = 0; i < 100'000; ++i)
                 text += " a" + QByteArray::number(i) + "='>'";
             return text + "/>";
         },
         readAsInkml, "a tag of more than 2,048 characters"},
        {"XML: as many in UTF-16 behind what reads as a comment byte by byte",
         [] {
             QString text = QStringLiteral("\uFEFF<ink>\u213C\u2D2D<x");
             for (int i = 0; i < 100'000; ++i)
                 text += QStringLiteral(" a%1=\"\"").arg(i);
             text += QStringLiteral("/></ink>");
             return QByteArray(reinterpret_cast<const char*>(text.utf16()), text.size() * 2);
         },
         readAsInkml, "a tag of more than 2,048 characters"},
        {"XML: more traces than are read", [] { return "<ink>" + QByteArray("<trace/>").repeated(100'001); },
         readAsInkml, "more than 100,000 traces"},
    };
}

std::vector<Bomb> weightBombs()
{
    const auto header = [](const QByteArray& part) {
        return withLength(part.repeated(kHeader / part.size()));
    };
    return {
        {"safetensors: a header of 16 EiB", [] { return QByteArray(8, '\xff') + "{}"; }, readAsSafetensors,
         "at most 1 MiB"},
        {"safetensors: a tensor of 16 EiB",
         [] {
             return withLength("{\"a\":{\"dtype\":\"F32\",\"shape\":[4611686018427387904],"
                               "\"data_offsets\":[0,18446744073709551615]}}");
         },
         readAsSafetensors, "larger than the file may be"},
        {"safetensors: lists in lists", [=] { return header("["); }, readAsSafetensors, "nested too deeply"},
        {"safetensors: objects in objects", [=] { return header("{\"a\":"); }, readAsSafetensors,
         "nested too deeply"},
        {"safetensors: a list of objects",
         [] { return withLength('[' + QByteArray("{},").repeated(kHeader / 3 - 4) + "{}]"); },
         readAsSafetensors, "more than 1024 tensors"},
        {"safetensors: a list of lists",
         [] { return withLength('[' + QByteArray("[],").repeated(kHeader / 3 - 4) + "[]]"); },
         readAsSafetensors, "not a JSON object"},
        {"safetensors: as many keys as there is room for",
         [] {
             QByteArray text = "{";
             for (int i = 0; text.size() < kHeader - 20; ++i)
                 text += '"' + QByteArray::number(i) + "\":{},";
             return withLength(text + "\"x\":{}}");
         },
         readAsSafetensors, "more than 1024 tensors"},
        {"run.json: a list of objects",
         [] { return "{\"a\":[" + QByteArray("{},").repeated(kHeader / 3 - 4) + "{}]}"; }, readAsRun,
         "is not a JSON object of this program"},
        {"zip: a packed entry",
         [] { return QByteArray("PK\x03\x04") + deflated(QByteArray(64 << 20, '\0')); }, readAsPt,
         "the end of a zip is not where"},
        {"zip: a pickle of nothing but values",
         [] {
             const auto bytes = test::ptOf(test::pickle::whole(QByteArray((4 << 20) - 9000, ')')));
             return QByteArray(reinterpret_cast<const char*>(bytes.data()), std::ssize(bytes));
         },
         readAsPt, "its stack grows beyond"},
        {"zip: a pickle of values that are put away",
         [] {
             const auto bytes = test::ptOf(test::pickle::whole("]" + QByteArray("]a").repeated(1'000'000)));
             return QByteArray(reinterpret_cast<const char*>(bytes.data()), std::ssize(bytes));
         },
         readAsPt, "more than 200,000 values"},
    };
}

std::vector<Bomb> unipenBombs()
{
    const auto first = [] { return QByteArray(".INCLUDE 1\n"); };
    return {
        {"UNIPEN: a file that includes itself", [] { return QByteArray(".INCLUDE bomb.dat\n").repeated(9); },
         [](const QByteArray& bytes) { readIncluding(bytes, 1, 1); }, "includes itself"},
        {"UNIPEN: nine files deep", first, [](const QByteArray& bytes) { readIncluding(bytes, 9, 1); },
         "more than 8 deep"},
        {"UNIPEN: four more with every level", first,
         [](const QByteArray& bytes) { readIncluding(bytes, 8, 4, 10); }, "more than 64 files"},
        {"UNIPEN: the same ink until it is a million points",
         [] { return QByteArray(".INCLUDE 1\n").repeated(64); },
         [](const QByteArray& bytes) { readIncluding(bytes, 1, 1); }, "more than 1,000,000 points"},
        {"UNIPEN: segments that all hold every dot",
         [] {
             return ".COORD X Y\n" + QByteArray(".PEN_DOWN\n1 2\n").repeated(5000) +
                    QByteArray(".SEGMENT CHARACTER 0-4999\n").repeated(5000);
         },
         readAsUnipen, "in all segments together"},
    };
}

}  // namespace

std::vector<Bomb> bombs()
{
    std::vector<Bomb> all;
    for (const auto& some : {gzipBombs(), pictureBombs(), xmlBombs(), weightBombs(), unipenBombs()})
        all.insert(all.end(), some.begin(), some.end());
    return all;
}

}  // namespace glyphscope::fuzz
