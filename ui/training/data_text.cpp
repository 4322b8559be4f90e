// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/data_text.h"

#include "ui/text/number_text.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QStringList>

#include <cmath>

namespace glyphscope {
namespace {

using namespace Qt::StringLiterals;

constexpr std::size_t kNamed = 2;  // more sources of a kind are only counted

struct DataText {
    Q_DECLARE_TR_FUNCTIONS(glyphscope::DataText)
};

QStringList namesOf(const std::vector<std::string>& paths, const char* many)
{
    if (paths.size() > kNamed)
        return {DataText::tr(many).arg(paths.size())};
    QStringList names;
    for (const std::string& path : paths)
        names += sourceName(QString::fromStdString(path));
    return names;
}

}  // namespace

QString sourceName(const QString& path)
{
    QString name = path;
    while (name.size() > 1 && name.endsWith(u'/'))
        name.chop(1);
    return name.size() > 1 ? name.section(u'/', -1) : name;
}

QString dataSummary(const DataChoice& choice, const DataSources& sources)
{
    QStringList parts;
    if (choice.mnist)
        parts += DataText::tr("MNIST");
    parts += namesOf(choice.folders, QT_TRANSLATE_NOOP("TrainingPanel", "%1 folders"));
    parts += namesOf(choice.ink, QT_TRANSLATE_NOOP("TrainingPanel", "%1 ink files"));
    if (choice.samples)
        parts += DataText::tr("my %Ln sample(s)", nullptr, sources.samples);
    if (!choice.notDigits.empty() && !parts.isEmpty())
        parts += DataText::tr("what is no digit");
    if (parts.isEmpty())
        return DataText::tr("Nothing to train on is chosen");
    const QString mix = parts.join(u" + "_s);
    if (choice.validation <= 0)
        return mix;
    return DataText::tr("%1, %2\u00a0% held out").arg(mix, significantText(100 * choice.validation, 3));
}

std::optional<qint64> imagesOf(const DataChoice& choice, const DataSources& sources)
{
    qint64 images = choice.mnist ? sources.mnistImages : 0;
    images += choice.samples ? sources.samples : 0;
    for (const auto* paths : {&choice.folders, &choice.ink}) {
        for (const std::string& path : *paths) {
            const auto known = sources.images.find(QString::fromStdString(path));
            if (known == sources.images.end())
                return std::nullopt;
            images += *known;
        }
    }
    return images;
}

QString dataProblem(const DataChoice& choice, const DataSources& sources)
{
    if (choice.mnist && !sources.mnist)
        return sources.howToGet.isEmpty() ? DataText::tr("MNIST is not here.") : sources.howToGet;
    if (choice.mnist || !choice.folders.empty() || !choice.ink.empty())
        return {};
    if (!choice.samples)
        return DataText::tr("Nothing to train on is chosen. Tick MNIST or my handwriting, or add a folder.");
    if (sources.samples == 0)
        return DataText::tr(
            "There are no samples of your handwriting yet. Draw a digit and say what it was, or choose "
            "other data.");
    return {};
}

}  // namespace glyphscope
