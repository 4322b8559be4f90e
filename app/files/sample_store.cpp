// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/sample_store.h"

#include "app/files/drawing_file.h"
#include "app/files/idx_export.h"
#include "app/files/ink_data.h"
#include "app/files/inkml.h"
#include "app/files/picture_file.h"
#include "app/text/message_text.h"
#include "model/checkpoint/atomic_file.h"
#include "model/data/class_names_file.h"
#include "model/data/dataset_folder.h"
#include "model/data/split.h"
#include "model/preprocess/data_image.h"
#include "model/preprocess/normalize.h"
#include "model/types/error.h"
#include "ui/widgets/paint_drawing.h"

#include <QtCore/QBuffer>
#include <QtCore/QDateTime>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QRegularExpression>
#include <QtCore/QTimeZone>
#include <QtGui/QImage>
#include <QtGui/QImageReader>

#include <algorithm>
#include <set>
#include <span>
#include <utility>

using namespace Qt::StringLiterals;

namespace glyphscope {
namespace {

constexpr int kSamplePictureSide = 560;
constexpr auto kTimeFormat = "yyyyMMdd-HHmmss-zzz";
const QString kLabelKey = u"label"_s;
const QString kTrash = u"trash"_s;

void writeSample(const QString& path, const QByteArray& bytes)
{
    writeAtomically(path.toStdString(),
                    std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size()))));
}

/// A drawing of one picture is that picture, byte for byte; with strokes on it, what they look like together,
/// or what the network reads where the picture is an image of a data set.
QByteArray pngOfSample(const Drawing& drawing, const std::string& label)
{
    QImage image;
    if (isDataImage(drawing)) {
        image = imageOf(pictureOfDataSet(normalize(drawing).glyph, *drawing.picture->dataSet));
    } else if (drawing.strokes.empty()) {
        image = imageOf(*drawing.picture);
    } else {
        image = renderDrawing(drawing, {kSamplePictureSide, kSamplePictureSide}, 1, Qt::black, Qt::white)
                    .convertToFormat(QImage::Format_Grayscale8);
    }
    image.setText(kLabelKey, QString::fromStdString(label));
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    if (!image.save(&buffer, "PNG"))
        throw Error(GLYPHSCOPE_TEXT(
            "Files", "The sample's picture could not be made. Draw it again, or export it as a picture."));
    return buffer.data();
}

QByteArray bytesOfSample(const Drawing& drawing, const std::string& label)
{
    if (drawing.picture)
        return pngOfSample(drawing, label);
    return writeInkml({{drawing, label, {}}});
}

void requireLabel(const std::string& label)
{
    const bool plain =
        std::ranges::none_of(label, [](char c) { return static_cast<unsigned char>(c) < ' '; });
    if (label.empty() || label.size() > SampleStore::kLongestLabel || !plain)
        throw Error(GLYPHSCOPE_TEXT(
                        "Files",
                        "The label \"%1\" names no class: it needs one line that is not empty and not long."),
                    label.substr(0, SampleStore::kLongestLabel));
}

Sample sampleOf(std::string id, Drawing drawing, std::string label)
{
    requireLabel(label);
    Stages stages = normalize(drawing);
    if (stages.empty)
        throw Error(GLYPHSCOPE_TEXT("Files", "The drawing holds no ink. Draw something first."));
    Sample sample;
    const QString when = QString::fromStdString(id).left(19);
    sample.takenAt = QDateTime(QDate::fromString(when.left(8), u"yyyyMMdd"_s),
                               QTime::fromString(when.mid(9), u"HHmmss-zzz"_s), QTimeZone(0))
                         .toSecsSinceEpoch();
    sample.id = std::move(id);
    sample.drawing = std::move(drawing);
    sample.label = std::move(label);
    sample.glyph = stages.glyph;
    return sample;
}

QString labelTextIn(const QString& path)
{
    QImageReader reader(path);
    if (!reader.canRead())
        throw UnreadableFile(
            GLYPHSCOPE_TEXT("Files", "%1: its label cannot be read. Check that you may read it."),
            path.toStdString());
    return reader.text(kLabelKey);
}

Sample read(const QFileInfo& file)
{
    const QString path = file.filePath();
    DrawingFile content = loadDrawings(path);
    if (content.drawings.size() != 1)
        throw Error(GLYPHSCOPE_TEXT("Files", "%1: holds %2 drawings where a sample is one."),
                    path.toStdString(), content.drawings.size());
    if (content.kind == DrawingFile::Kind::Picture)
        content.drawings[0].truth = labelTextIn(path).toStdString();
    try {
        LabelledDrawing& item = content.drawings[0];
        return sampleOf(file.fileName().toStdString(), std::move(item.drawing), std::move(item.truth));
    } catch (const Error& error) {
        throw Error(GLYPHSCOPE_TEXT("Files", "%1: %2"), path.toStdString(), error);
    }
}

/// Renames a damaged file. What is wrong with it and what was done.
Message setAside(const QString& path, const Error& error)
{
    const QString aside = path + u".bad"_s;
    QFile::remove(aside);
    if (QFile::rename(path, aside))
        return {GLYPHSCOPE_TEXT("Files", "%1 It was set aside as %2."), error,
                QFileInfo(aside).fileName().toStdString()};
    return {GLYPHSCOPE_TEXT("Files", "%1 It cannot be set aside either; check the folder."), error};
}

/// What tells a sample from another.
std::pair<std::string, Glyph> keyOf(const Sample& sample)
{
    return {sample.label, sample.glyph};
}

std::vector<LabelledDrawing> labelledDrawings(const QString& path)
{
    if (!QFileInfo(path).isDir())
        return loadDrawings(path).drawings;
    const TrainTest set = loadIdxFolder(path.toStdString());
    std::vector<LabelledDrawing> drawings;
    for (const Dataset* part : {&set.train, &set.test})
        for (std::size_t i = 0; i < part->size(); ++i) {
            Picture picture;
            picture.grey = Raster(kGlyphSide, kGlyphSide);
            std::copy_n(part->images.begin() + static_cast<std::ptrdiff_t>(i * kGlyphPixels), kGlyphPixels,
                        picture.grey.pixels.begin());
            picture.width = kGlyphSide;
            picture.height = kGlyphSide;
            drawings.push_back({{{}, picture}, part->classes.name(part->labels[i]), {}});
        }
    return drawings;
}

/// The digits, if all samples are some; else the classes that there are samples of, by name.
ClassSet classesOfSamples(const std::vector<Sample>& samples)
{
    std::set<std::string> names;
    for (const Sample& sample : samples)
        names.insert(sample.label);
    if (names.size() > kNoClass)
        throw Error(
            GLYPHSCOPE_TEXT(
                "Files",
                "The samples are of %1 classes, more than IDX files can number. Export them as InkML."),
            names.size());
    const ClassSet digits = ClassSet::digits();
    const bool allDigits =
        std::ranges::all_of(names, [&digits](const std::string& name) { return digits.indexOf(name) >= 0; });
    return allDigits ? digits : ClassSet({names.begin(), names.end()});
}

QByteArray linesOf(const ClassSet& classes)
{
    QByteArray lines;
    for (const std::string& name : classes.names())
        lines += QByteArray::fromStdString(name) + '\n';
    return lines;
}

}  // namespace

SampleStore::SampleStore(QString folder) : m_folder(std::move(folder))
{
}

std::vector<Sample> SampleStore::load(QStringList* notices) const
{
    std::vector<Sample> samples;
    QStringList problems;
    QFileInfoList files = QDir(m_folder).entryInfoList({u"*.inkml"_s, u"*.png"_s}, QDir::Files);
    std::ranges::sort(files, {}, &QFileInfo::completeBaseName);  // as they were given
    for (const QFileInfo& file : files) {
        try {
            samples.push_back(read(file));
        } catch (const UnreadableFile& error) {
            problems << messageText({GLYPHSCOPE_TEXT("Files", "%1 It is left out for now."), error});
        } catch (const Error& error) {
            problems << messageText(setAside(file.filePath(), error));
        }
    }
    if (notices != nullptr)
        *notices << problems;
    return samples;
}

std::string SampleStore::freeId(const char* suffix) const
{
    const QString stem = QDateTime::currentDateTimeUtc().toString(QLatin1StringView(kTimeFormat));
    const auto isTaken = [this](const QString& name) {
        for (const QString& folder : {m_folder, m_folder + u'/' + kTrash})
            if (!QDir(folder).entryList({name + u".*"_s}, QDir::Files).isEmpty())
                return true;
        return false;
    };
    QString name = stem;
    for (int n = 1; isTaken(name); ++n)  // several in a millisecond keep their order
        name = u"%1-%2"_s.arg(stem).arg(n, 4, 10, QLatin1Char('0'));
    return (name + QLatin1StringView(suffix)).toStdString();
}

QString SampleStore::pathOf(const std::string& id) const
{
    static const QRegularExpression plain(u"^[0-9-]{19,40}\\.(inkml|png)$"_s);
    const QString name = QString::fromStdString(id);
    if (!plain.match(name).hasMatch())
        throw Error(GLYPHSCOPE_TEXT("Files", "\"%1\" is no sample."), id);
    return m_folder + u'/' + name;
}

Sample SampleStore::add(const Drawing& drawing, const std::string& label) const
{
    Sample sample = sampleOf(freeId(drawing.picture ? ".png" : ".inkml"), drawing, label);
    writeSample(pathOf(sample.id), bytesOfSample(drawing, label));
    return sample;
}

std::vector<Sample> SampleStore::addAll(const std::vector<LabelledDrawing>& drawings) const
{
    std::vector<Sample> samples;
    try {
        for (const LabelledDrawing& each : drawings)
            samples.push_back(add(each.drawing, each.truth));
    } catch (const Error&) {
        for (const Sample& kept : samples)
            QFile::remove(pathOf(kept.id));
        throw;
    }
    return samples;
}

void SampleStore::relabel(const std::string& id, const std::string& label) const
{
    requireLabel(label);
    const QString path = pathOf(id);
    const DrawingFile content = loadDrawings(path);
    if (content.drawings.size() != 1)
        throw Error(GLYPHSCOPE_TEXT("Files", "%1: is no sample any more. Look into the folder."),
                    path.toStdString());
    writeSample(path, bytesOfSample(content.drawings[0].drawing, label));
}

void SampleStore::remove(const std::vector<std::string>& ids) const
{
    QDir(m_folder).mkpath(kTrash);
    for (const std::string& id : ids) {
        const QString path = pathOf(id);
        const QString there = m_folder + u'/' + kTrash + u'/' + QString::fromStdString(id);
        if (!QFile::rename(path, there))
            throw Error(
                GLYPHSCOPE_TEXT("Files",
                                "%1: cannot be moved to the trash. Check that you may change the folder."),
                path.toStdString());
    }
}

void SampleStore::restore(const std::vector<std::string>& ids) const
{
    for (const std::string& id : ids) {
        const QString path = pathOf(id);
        const QString there = m_folder + u'/' + kTrash + u'/' + QString::fromStdString(id);
        if (!QFile::rename(there, path))
            throw Error(GLYPHSCOPE_TEXT("Files",
                                        "%1: cannot be brought back from the trash. Check that it is there."),
                        there.toStdString());
    }
}

SampleStore::Import SampleStore::import(const QString& path) const
{
    std::set<std::pair<std::string, Glyph>> known;
    for (const Sample& sample : load())
        known.insert(keyOf(sample));
    Import result;
    std::size_t number = 0;
    std::vector<Sample> fresh;
    for (const LabelledDrawing& item : labelledDrawings(path)) {
        ++number;
        try {
            Sample sample = sampleOf({}, item.drawing, item.truth);
            if (known.insert(keyOf(sample)).second)
                fresh.push_back(std::move(sample));
            else
                ++result.known;
        } catch (const Error& error) {
            throw Error(GLYPHSCOPE_TEXT("Files", "%1: drawing %2: %3 Nothing was imported."),
                        path.toStdString(), number, error);
        }
    }
    for (const Sample& sample : fresh)
        result.added.push_back(add(sample.drawing, sample.label));
    return result;
}

void exportInkml(const QString& path, const std::vector<Sample>& samples)
{
    std::vector<LabelledDrawing> drawings;
    for (const Sample& sample : samples)
        drawings.push_back({sample.drawing, sample.label, sample.id});
    saveInkml(path, drawings);
}

void exportIdx(const QString& folder, const std::vector<Sample>& samples)
{
    constexpr double kTestShare = 0.2;
    const ClassSet classes = classesOfSamples(samples);
    const Dataset all = datasetOf(samples, classes);
    const Split split = validationSplit(all.labels, kTestShare, 0);
    if (split.validation.empty())
        throw Error(GLYPHSCOPE_TEXT(
            "Files", "There are too few samples for a test set: draw three or more of one class."));
    saveIdx({{QDir(folder).filePath(u"train"_s), subset(all, split.train)},
             {QDir(folder).filePath(u"t10k"_s), subset(all, split.validation)}});
    const QString names = QDir(folder).filePath(QLatin1StringView(kClassNamesFile));
    if (!classes.givenNames().empty())
        writeSample(names, linesOf(classes));
    else
        QFile::remove(names);  // of other samples that were there before
}

Dataset datasetOf(const std::vector<Sample>& samples, const ClassSet& classes)
{
    Dataset data;
    data.classes = classes;
    for (const Sample& sample : samples) {
        const int label = classes.indexOf(sample.label);
        if (label < 0) {
            ++data.leftOut;
            continue;
        }
        data.labels.push_back(static_cast<std::uint8_t>(label));
        data.images.insert(data.images.end(), sample.glyph.begin(), sample.glyph.end());
    }
    return data;
}

}  // namespace glyphscope
