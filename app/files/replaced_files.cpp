// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/replaced_files.h"

#include "app/text/file_name.h"
#include "model/checkpoint/atomic_file.h"
#include "model/types/error.h"

#include <filesystem>
#include <utility>

namespace glyphscope {
namespace {

namespace fs = std::filesystem;

/// A file by what a link stands for, and where the older one waits.
struct Place {
    explicit Place(const QString& name) : path(fileNameBytes(name))
    {
        std::error_code code;
        if (const fs::path real = fs::canonical(path, code); !code)
            path = real;
        aside = path;
        aside += ".glyphscope-old";
    }

    fs::path path;
    fs::path aside;
    bool moved = false;
    bool written = false;
};

void moveAside(Place& place)
{
    std::error_code code;
    if (!fs::is_regular_file(place.path, code))
        return;  // nothing, or what the writer refuses
    fs::rename(place.path, place.aside, code);
    if (code)
        throw Error(
            GLYPHSCOPE_TEXT("Files", "%1: cannot be replaced (%2). Check that you may change the folder."),
            place.path, code.message());
    place.moved = true;
}

void writeNew(Place& place, const std::vector<std::byte>& bytes)
{
    if (bytes.empty())
        return;
    place.written = true;
    writeAtomically(place.path, bytes);
    std::error_code code;
    if (place.moved)
        fs::permissions(place.path, fs::status(place.aside, code).permissions(), code);
}

/// What went wrong, and what could not be brought back.
Message bringBack(const std::vector<Place>& places, Message text)
{
    for (const Place& place : places) {
        std::error_code code;
        if (place.written)
            fs::remove(place.path, code);
        if (place.moved)
            fs::rename(place.aside, place.path, code);
        if (place.moved && code)
            text = {GLYPHSCOPE_TEXT("Files", "%1 What was there is %2 now."), text, place.aside};
    }
    return text;
}

}  // namespace

void replaceTogether(const std::vector<ReplacedFile>& files)
{
    std::vector<Place> places;
    for (const ReplacedFile& file : files)
        places.emplace_back(file.path);
    try {
        for (Place& place : places)
            moveAside(place);
        for (std::size_t i = 0; i < files.size(); ++i)
            writeNew(places[i], files[i].bytes);
    } catch (const Error& error) {
        throw Error(bringBack(places, error.message()));
    }
    for (const Place& place : places) {
        std::error_code code;
        fs::remove(place.aside, code);
        if (code)
            fs::remove(place.aside, code);  // once more: nobody else clears it away
    }
}

}  // namespace glyphscope
