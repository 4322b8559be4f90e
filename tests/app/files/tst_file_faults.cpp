// SPDX-License-Identifier: GPL-3.0-or-later
// Every call to the system fails in turn while what the user drew is saved.
#include "app/files/canvas_store.h"
#include "app/files/drawing_file.h"
#include "app/files/sample_store.h"
#include "model/data/dataset_folder.h"
#include "tests/support/save_faults.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <QtCore/QFileInfo>
#include <QtGui/QGuiApplication>

using namespace glyphscope;
using namespace glyphscope::test;
using namespace Qt::StringLiterals;

class TstFileFaults : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnQtWarnings(); }
    void drawings_data();
    void drawings();
    void aSampleIsKept();
    void aSampleIsLabelledAnew();
    void samplesAreRemoved();
    void samplesAreBroughtBack();
    void samplesThatCannotBeReadStay();
    void samplesAreExported();
    void dataSetsAreExported();
    void aCanvasIsKept();
    void aCanvasIsClosed();
};

namespace {

/// A line at this height.
Drawing lineOfInk(double y)
{
    return {{{{{20, y}, {140, y + 1}, {260, y}}, 1.0}}, {}};
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

std::vector<Sample> samplesIn(const QString& folder)
{
    return SampleStore(folder).load();
}

/// The state that one sample is in, by its label.
QString labelIn(const QString& folder)
{
    QStringList notices;
    const std::vector<Sample> samples = SampleStore(folder).load(&notices);
    if (samples.size() != 1 || !notices.isEmpty())
        return u"%1 samples, %2"_s.arg(samples.size()).arg(notices.join(u' '));
    return samples[0].label == "1" ? u"old"_s : samples[0].label == "2" ? u"new"_s : u"another label"_s;
}

}  // namespace

void TstFileFaults::drawings_data()
{
    QTest::addColumn<QString>("suffix");
    for (const char* suffix : {"inkml", "png", "svg"})
        QTest::newRow(suffix) << QString::fromLatin1(suffix);
}

void TstFileFaults::drawings()
{
    QFETCH(QString, suffix);
    const QTemporaryDir other;
    const auto bytesOf = [&](const Drawing& drawing) {
        const QString path = other.filePath(u"a."_s + suffix);
        saveDrawing(path, {drawing, {}, {}});
        return contentOf(path);
    };
    const QByteArray stale = bytesOf(lineOfInk(50));
    const QByteArray fresh = bytesOf(lineOfInk(200));
    const auto file = [&](const QString& folder) { return folder + u"/a."_s + suffix; };
    saveThroughAllFaults(
        {[&](const QString& folder) {
             saveDrawing(file(folder), {lineOfInk(50), {}, {}});
         },
         [&](const QString& folder) {
             saveDrawing(file(folder), {lineOfInk(200), {}, {}});
         },
         [&](const QString& folder) {
             const QByteArray content = contentOf(file(folder));
             return content == stale ? u"old"_s : content == fresh ? u"new"_s : u"a mixture"_s;
         }});
}

void TstFileFaults::aSampleIsKept()
{
    saveThroughAllFaults({[](const QString& folder) { SampleStore(folder).add(lineOfInk(50), "1"); },
                          [](const QString& folder) { SampleStore(folder).add(lineOfInk(200), "2"); },
                          [](const QString& folder) {
                              QStringList notices;
                              const std::vector<Sample> samples = SampleStore(folder).load(&notices);
                              if (!notices.isEmpty() || samples.empty() || samples[0].label != "1")
                                  return u"the first sample is lost "_s + notices.join(u' ');
                              return samples.size() == 1 ? u"old"_s : u"new"_s;
                          },
                          true});
}

void TstFileFaults::aSampleIsLabelledAnew()
{
    saveThroughAllFaults({[](const QString& folder) { SampleStore(folder).add(lineOfInk(50), "1"); },
                          [](const QString& folder) {
                              const QStringList files = QDir(folder).entryList({u"*.inkml"_s}, QDir::Files);
                              SampleStore(folder).relabel(files.at(0).toStdString(), "2");
                          },
                          labelIn});
}

void TstFileFaults::samplesAreRemoved()
{
    const auto remaining = [](const QString& folder) {
        return QDir(folder).entryList({u"*.inkml"_s}, QDir::Files);
    };
    saveThroughAllFaults({[](const QString& folder) { SampleStore(folder).add(lineOfInk(50), "1"); },
                          [&](const QString& folder) {
                              std::vector<std::string> ids;
                              for (const QString& file : remaining(folder))
                                  ids.push_back(file.toStdString());
                              SampleStore(folder).remove(ids);
                          },
                          [&](const QString& folder) {
                              const auto there = remaining(folder).size();
                              const auto gone = remaining(folder + u"/trash"_s).size();
                              if (there + gone != 1)
                                  return u"%1 there, %2 in the trash"_s.arg(there).arg(gone);
                              return there == 1 ? u"old"_s : u"new"_s;
                          }});
}

void TstFileFaults::samplesAreBroughtBack()
{
    const auto inTrash = [](const QString& folder) {
        return QDir(folder + u"/trash"_s).entryList({u"*.inkml"_s}, QDir::Files);
    };
    saveThroughAllFaults({[](const QString& folder) {
                              const SampleStore store(folder);
                              store.remove({store.add(lineOfInk(50), "1").id});
                          },
                          [&](const QString& folder) {
                              std::vector<std::string> ids;
                              for (const QString& file : inTrash(folder))
                                  ids.push_back(file.toStdString());
                              SampleStore(folder).restore(ids);
                          },
                          [&](const QString& folder) {
                              const auto there = samplesIn(folder).size();
                              const auto gone = static_cast<std::size_t>(inTrash(folder).size());
                              if (there + gone != 1)
                                  return u"%1 there, %2 in the trash"_s.arg(there).arg(gone);
                              return there == 1 ? u"new"_s : u"old"_s;
                          },
                          true});
}

void TstFileFaults::samplesThatCannotBeReadStay()
{
    for (const bool forGood : {false, true}) {
        const QTemporaryDir scratch;
        const QString folder = QDir(scratch.path()).canonicalPath();
        for (int i = 0; i < 3; ++i)
            SampleStore(folder).add(lineOfInk(50 + 20 * i), std::to_string(i));
        for (long nth = 1; nth < 9; ++nth) {
            faults::arm({folder.toStdString(), nth, EMFILE, forGood});
            QStringList notices;
            const std::size_t read = SampleStore(folder).load(&notices).size();
            faults::disarm();
            QCOMPARE(read + static_cast<std::size_t>(notices.size()), std::size_t(3));
            QCOMPARE(samplesIn(folder).size(), std::size_t(3));
        }
    }
}

void TstFileFaults::samplesAreExported()
{
    const QTemporaryDir other;
    std::vector<Sample> samples;
    for (int i = 0; i < 10; ++i)
        samples.push_back(SampleStore(other.path()).add(lineOfInk(40 + 20 * i), "1"));
    saveThroughAllFaults({[](const QString&) {},
                          [&](const QString& folder) { exportInkml(folder + u"/all.inkml"_s, samples); },
                          [](const QString& folder) {
                              const QString path = folder + u"/all.inkml"_s;
                              if (!QFileInfo::exists(path))
                                  return u"old"_s;
                              return loadDrawings(path).drawings.size() == 10 ? u"new"_s : u"a part"_s;
                          }});
}

/// Over an older set of the same size: what can be read is the one or the other, and nothing is lost.
void TstFileFaults::dataSetsAreExported()
{
    const auto samplesOf = [](int label) {
        const QTemporaryDir other;
        std::vector<Sample> samples;
        for (int i = 0; i < 10; ++i)
            samples.push_back(
                SampleStore(other.path()).add(lineOfInk(20 + 20 * i + 10 * label), std::to_string(label)));
        return samples;
    };
    const std::vector<Sample> older = samplesOf(1);
    const std::vector<Sample> newer = samplesOf(2);
    const auto filesIn = [](const QString& folder, const QString& behind = {}) {
        QList<QByteArray> all;
        for (const QString& set : {u"/train"_s, u"/t10k"_s})
            for (const QString& kind : {u"-images-idx3-ubyte"_s, u"-labels-idx1-ubyte"_s})
                all << contentOf(folder + set + kind + behind);
        return all;
    };
    const auto exported = [&](const std::vector<Sample>& samples) {
        const QTemporaryDir other;
        exportIdx(other.path(), samples);
        return filesIn(other.path());
    };
    const QList<QByteArray> stale = exported(older);
    const QList<QByteArray> fresh = exported(newer);
    saveThroughAllFaults({[&](const QString& folder) { exportIdx(folder, older); },
                          [&](const QString& folder) { exportIdx(folder, newer); },
                          [&](const QString& folder) {
                              const QList<QByteArray> now = filesIn(folder);
                              if (hasIdxFiles(folder.toStdString()))
                                  return now == stale ? u"old"_s : now == fresh ? u"new"_s : u"a mixture"_s;
                              const QList<QByteArray> aside = filesIn(folder, u".glyphscope-old"_s);
                              for (qsizetype i = 0; i < now.size(); ++i)
                                  if (now[i] != stale[i] && aside[i] != stale[i])
                                      return u"the older set is lost"_s;
                              return u"old"_s;
                          }});
}

void TstFileFaults::aCanvasIsKept()
{
    const auto found = [](const QString& folder) { return CanvasStore(folder.toStdString()).begin(); };
    saveThroughAllFaults({[](const QString& folder) {
                              CanvasStore store(folder.toStdString());
                              (void)store.begin();
                              store.keep(lineOfInk(50));
                          },
                          [](const QString& folder) {
                              CanvasStore store(folder.toStdString());
                              (void)store.begin();
                              store.keep(lineOfInk(200));
                          },
                          [&](const QString& folder) {
                              const CanvasStore::Found what = found(folder);
                              if (!what.notices.empty() || what.left.empty() ||
                                  what.left[0].drawing != lineOfInk(50))
                                  return u"the first drawing is lost"_s;
                              return what.left.back().drawing == lineOfInk(200) ? u"new"_s : u"old"_s;
                          }});
}

void TstFileFaults::aCanvasIsClosed()
{
    const auto close = [](const QString& folder, const Drawing& drawing) {
        CanvasStore store(folder.toStdString());
        (void)store.begin();
        store.keep(drawing);
        store.close(drawing);
    };
    saveThroughAllFaults({[&](const QString& folder) { close(folder, lineOfInk(50)); },
                          [&](const QString& folder) { close(folder, lineOfInk(200)); },
                          [](const QString& folder) {
                              const CanvasStore::Found what = CanvasStore(folder.toStdString()).begin();
                              if (!what.notices.empty() || !what.last)
                                  return u"the last drawing is lost"_s;
                              if (what.last == lineOfInk(200))
                                  return u"new"_s;
                              return what.last == lineOfInk(50) ? u"old"_s : u"another drawing"_s;
                          }});
}

GLYPHSCOPE_TEST(TstFileFaults, Widgets)
#include "tst_file_faults.moc"
