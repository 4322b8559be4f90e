// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/drawing_file.h"
#include "app/files/file_kind.h"
#include "app/files/picture_file.h"
#include "app/files/training_data.h"
#include "app/settings/installation.h"
#include "app/wiring.h"
#include "model/checkpoint/atomic_file.h"
#include "model/checkpoint/weights_file.h"
#include "model/recognition/cpu_recognizer.h"
#include "model/types/error.h"
#include "ui/canvas/canvas.h"
#include "ui/canvas/drawing_pager.h"
#include "ui/canvas/local_files.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/paint_drawing.h"
#include "ui/window/main_window.h"

#include <QtCore/QFileInfo>
#include <QtCore/QMimeData>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtGui/QImage>
#include <QtWidgets/QFileDialog>

#include <span>
#include <utility>

using namespace Qt::StringLiterals;

namespace glyphscope {
namespace {

constexpr int kCopiedSide = 560;

/// A file dialog that does not block: it lives until it is answered.
QFileDialog* dialog(MainWindow& window, const QString& title, const QStringList& filters)
{
    auto* result = new QFileDialog(&window, title);
    result->setObjectName(u"fileDialog"_s);
    result->setAttribute(Qt::WA_DeleteOnClose);
    result->setNameFilters(filters);
    return result;
}

/// A name without a suffix gets that of the chosen filter.
void suffixFollowsFilter(QFileDialog& ask)
{
    const auto follow = [&ask](const QString& filter) {
        ask.setDefaultSuffix(filter.section(u"*."_s, 1).chopped(1));
    };
    follow(ask.selectedNameFilter());
    QObject::connect(&ask, &QFileDialog::filterSelected, &ask, follow);
}

}  // namespace

void Wiring::connectFiles()
{
    connect(&m_window, &MainWindow::openRequested, this, &Wiring::askForDrawing);
    connect(&m_window, &MainWindow::saveRequested, this, &Wiring::askWhereToSave);
    connect(&m_window, &MainWindow::copyRequested, this, &Wiring::copy);
    connect(&m_window, &MainWindow::pasteRequested, this, &Wiring::paste);
    connect(&m_window, &MainWindow::openWeightsRequested, this, &Wiring::askForWeights);
    connect(&m_window, &MainWindow::saveWeightsRequested, this, &Wiring::askWhereToSaveWeights);
    connect(&m_window, &MainWindow::filesDropped, this, &Wiring::openFiles);
    connect(&m_window, &MainWindow::previousDrawingRequested, this, [this] { turnTo(m_index - 1); });
    connect(&m_window, &MainWindow::nextDrawingRequested, this, [this] { turnTo(m_index + 1); });
    connect(m_window.canvas(), &Canvas::filesDropped, this, &Wiring::openFiles);
    connect(m_window.canvas(), &Canvas::imageDropped, this,
            [this](const QImage& image) { openImage(tr("the dropped picture"), image); });
    connect(m_window.canvas(), &Canvas::drawingChanged, this, [this] {
        if (!m_turning)
            leaveFile();
    });
}

void Wiring::askForDrawing()
{
    QFileDialog* ask = dialog(m_window, tr("Open a drawing, or weights"),
                              {tr("Drawings (*.inkml *.dat *.png *.jpg *.jpeg *.bmp *.webp)"),
                               tr("Weights (*.safetensors *.pt *.pth)"), tr("All files (*)")});
    ask->setFileMode(QFileDialog::ExistingFile);
    connect(ask, &QFileDialog::filesSelected, this, &Wiring::openFiles);
    ask->open();
}

void Wiring::askWhereToSave()
{
    QFileDialog* ask = dialog(m_window, tr("Save the drawing"),
                              {tr("InkML (*.inkml)"), tr("Picture (*.png)"), tr("SVG (*.svg)")});
    ask->setAcceptMode(QFileDialog::AcceptSave);
    const bool picture = m_window.canvas()->drawing().picture.has_value();  // InkML holds strokes only
    ask->selectNameFilter(ask->nameFilters().at(picture ? 1 : 0));
    suffixFollowsFilter(*ask);
    connect(ask, &QFileDialog::fileSelected, this, &Wiring::saveTo);
    ask->open();
}

void Wiring::askWhereToSaveLog(const QString& csv)
{
    QFileDialog* ask = dialog(m_window, tr("Save the log"), {tr("Table (*.csv)")});
    ask->setAcceptMode(QFileDialog::AcceptSave);
    ask->setDefaultSuffix(u"csv"_s);
    connect(ask, &QFileDialog::fileSelected, this, [this, bytes = csv.toUtf8()](const QString& path) {
        m_tasks.run([this, path, bytes]() -> std::function<void()> {
            writeAtomically(
                path.toStdString(),
                std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size()))));
            return [this, path] { m_window.notices()->info(tr("Saved %1").arg(path)); };
        });
    });
    ask->open();
}

void Wiring::askForWeights()
{
    QFileDialog* ask =
        dialog(m_window, tr("Open weights"), {tr("Weights (*.safetensors *.pt *.pth)"), tr("All files (*)")});
    ask->setFileMode(QFileDialog::ExistingFile);
    connect(ask, &QFileDialog::fileSelected, this, &Wiring::openWeights);
    ask->open();
}

void Wiring::askWhereToSaveWeights()
{
    QFileDialog* ask = dialog(
        m_window, tr("Save the weights"),
        {tr("safetensors (*.safetensors)"), tr("PyTorch (*.pt)"), tr("ONNX (*.onnx)"), tr("NumPy (*.npz)")});
    ask->setAcceptMode(QFileDialog::AcceptSave);
    suffixFollowsFilter(*ask);
    connect(ask, &QFileDialog::fileSelected, this, &Wiring::saveWeights);
    ask->open();
}

void Wiring::saveWeights(const QString& path)
{
    m_tasks.run([this, path, weights = m_weights.shown()]() -> std::function<void()> {
        const auto format = weightsFormatNamed(QFileInfo(path).suffix().toStdString());
        if (!format)
            throw Error(path.toStdString() +
                        ": the name ends in none of .safetensors, .pt, .onnx, .npz. Give it one of them.");
        writeWeights(*weights, path.toStdString(), *format);
        return [this, path] { m_window.notices()->info(tr("Saved as %1.").arg(path)); };
    });
}

void Wiring::openFiles(const QStringList& paths)
{
    if (paths.isEmpty())
        return;
    const QString path = paths.first();
    m_tasks.run([this, path]() -> std::function<void()> {
        switch (fileKindOf(path)) {
        case FileKind::Weights:
            return [this, path] { openWeights(path); };
        case FileKind::DataSet:
            return [this, folder = QString::fromStdString(dataFolderOf(path.toStdString()))] {
                m_data.addFolder(folder);
            };
        case FileKind::Drawings:
            break;
        }
        return [this, path] { openDrawings(path); };
    });
    if (paths.size() > 1)
        m_window.notices()->info(tr("One file is opened at a time: %1.").arg(QFileInfo(path).fileName()));
}

void Wiring::openDrawings(const QString& path)
{
    m_tasks.run([this, path]() -> std::function<void()> {
        std::vector<LabelledDrawing> drawings = loadDrawings(path).drawings;
        if (drawings.empty())
            throw Error(path.toStdString() + ": holds no drawing. Choose another file.");
        return [this, path, drawings = std::move(drawings)] {
            showDrawings(QFileInfo(path).fileName(), drawings);
        };
    });
}

void Wiring::openImage(const QString& name, const QImage& image, const std::string& truth)
{
    m_tasks.run([this, name, image, truth]() -> std::function<void()> {
        const LabelledDrawing drawing{{{}, pictureFromImage(image)}, truth, {}};
        return [this, name, drawing] { showDrawings(name, {drawing}); };
    });
}

void Wiring::openWeights(const QString& path)
{
    if (m_weights.inUse() == nullptr) {  // those of the last time come first: they can be gone back to
        connect(
            &m_weights, &WeightsController::applied, this, [this, path] { openWeights(path); },
            Qt::SingleShotConnection);
        return;
    }
    m_tasks.run([this, path]() -> std::function<void()> {
        const QString name = QFileInfo(path).fileName();
        auto weights = std::make_shared<const StateDict>(readWeights(path.toStdString()));
        try {
            (void)makeCpuRecognizer(*weights);  // those that do not fit are refused before they are taken
        } catch (const Error& error) {
            throw Error(name.toStdString() + ": " + error.what());
        }
        return [this, name, weights] { m_weights.apply(weights, tr("Weights: %1").arg(name)); };
    });
}

void Wiring::showDrawings(const QString& file, std::vector<LabelledDrawing> drawings)
{
    m_file = file;
    m_drawings = std::move(drawings);
    turnTo(0);
}

void Wiring::turnTo(std::size_t index)
{
    if (index >= m_drawings.size())
        return;
    m_index = index;
    m_turning = true;
    m_window.canvas()->setDrawing(m_drawings[index].drawing);
    m_turning = false;
    m_window.pager()->setPosition(static_cast<int>(index), static_cast<int>(m_drawings.size()), m_file,
                                  QString::fromStdString(m_drawings[index].truth));
}

void Wiring::leaveFile()
{
    if (m_drawings.size() >
        1) {  // drawing over one page does not close the book, but its label is no longer true
        m_window.pager()->setPosition(static_cast<int>(m_index), static_cast<int>(m_drawings.size()), m_file,
                                      {});
        return;
    }
    m_drawings.clear();
    m_window.pager()->setPosition(0, 0, {}, {});
}

void Wiring::paste()
{
    const QMimeData* data = QGuiApplication::clipboard()->mimeData();
    const QStringList paths = localFiles(*data);
    const QImage image = qvariant_cast<QImage>(data->imageData());
    if (!paths.isEmpty())
        openFiles(paths);
    else if (!image.isNull())
        openImage(tr("the clipboard"), image);
    else
        m_window.notices()->info(
            tr("There is no picture on the clipboard. Copy one, or the file itself, and paste again."));
}

void Wiring::copy()
{
    const QImage picture =
        renderDrawing(m_window.canvas()->drawing(), {kCopiedSide, kCopiedSide}, 1, Qt::black, Qt::white);
    QGuiApplication::clipboard()->setImage(picture);
    m_window.notices()->info(tr("The drawing is on the clipboard."));
}

void Wiring::saveTo(const QString& path)
{
    m_tasks.run([this, path, drawing = m_window.canvas()->drawing()]() -> std::function<void()> {
        saveDrawing(path, {drawing, {}, {}});
        return [this, path] { m_window.notices()->info(tr("Saved as %1.").arg(path)); };
    });
}

}  // namespace glyphscope
