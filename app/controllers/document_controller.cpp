// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controllers/document_controller.h"

#include "app/controllers/file_dialogs.h"
#include "app/files/drawing_file.h"
#include "app/files/file_kind.h"
#include "app/files/picture_file.h"
#include "app/files/training_data.h"
#include "app/session/task_session.h"
#include "app/text/file_name.h"
#include "app/text/message_text.h"
#include "model/numbers/ink_atoms.h"
#include "model/preprocess/several_digits.h"
#include "model/types/error.h"
#include "ui/canvas/canvas.h"
#include "ui/canvas/drawing_pager.h"
#include "ui/canvas/local_files.h"
#include "ui/widgets/ink_edit.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/paint_drawing.h"

#include <QtCore/QFileInfo>
#include <QtCore/QMimeData>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtGui/QImage>

#include <algorithm>
#include <utility>

namespace glyphscope {
namespace {

constexpr int kCopiedSide = 560;

/// Collections of ink have every drawing moved into the corner of its coordinates, where half of the pen
/// would be beside the paper.
Drawing onCanvas(const Drawing& drawing)
{
    const InkBounds bounds = boundsOf(drawing, wholeStrokes(drawing));
    return fittedToCanvas(drawing, !drawing.picture && bounds.left == 0 && bounds.top == 0);
}

/// The standard pen fits one character that fills the canvas: of several, each is smaller.
double shownPenOf(const Drawing& drawing)
{
    constexpr double kThinnest = 0.15;
    if (drawing.picture || !looksLikeSeveral(drawing))
        return 1;
    const double height = characterHeight(atomsOf(drawing, {}));
    return std::clamp(height / kFigureSide, kThinnest, 1.0);
}

}  // namespace

DocumentController::DocumentController(const Parts& parts) : m_parts(parts)
{
    connect(&m_parts.canvas, &Canvas::filesDropped, this, &DocumentController::openFiles);
    connect(&m_parts.canvas, &Canvas::imageDropped, this,
            [this](const QImage& image) { openImage(tr("the dropped picture"), image); });
    connect(&m_parts.canvas, &Canvas::drawingChanged, this, [this] {
        if (!m_turning)
            leaveFile();
    });
}

void DocumentController::askToOpen()
{
    m_parts.dialogs.openFile(*this, tr("Open a drawing, weights, or a network"),
                             {tr("Drawings (*.inkml *.dat *.png *.jpg *.jpeg *.bmp *.webp)"),
                              tr("Weights (*.safetensors *.pt *.pth)"), tr("Networks (*.json)"),
                              tr("All files (*)")},
                             [this](const QString& path) { openFiles({path}); });
}

void DocumentController::askWhereToSave()
{
    const bool picture = m_parts.canvas.drawing().picture.has_value();  // InkML holds strokes only
    m_parts.dialogs.saveFile(
        *this, tr("Save the drawing"), {tr("InkML (*.inkml)"), tr("Picture (*.png)"), tr("SVG (*.svg)")},
        [this](const QString& path) { saveTo(path); }, picture ? 1 : 0);
}

void DocumentController::openFiles(const QStringList& paths)
{
    if (paths.isEmpty())
        return;
    const QString path = paths.first();
    m_parts.disk.run(Topic::Open, [this, path]() -> std::function<void()> {
        switch (fileKindOf(path)) {
        case FileKind::Weights:
            return [this, path] { Q_EMIT weightsOpened(path); };
        case FileKind::DataSet:
            return [this, folder = fileNameFromBytes(dataFolderOf(fileNameBytes(path)))] {
                Q_EMIT dataSetOpened(folder);
            };
        case FileKind::Drawings:
            if (isNetworkFile(path))
                return [this, path] { Q_EMIT networkOpened(path); };
            break;
        }
        return [this, path] { openDrawings(path); };
    });
    if (paths.size() > 1)
        m_parts.notices.info(tr("One file is opened at a time: %1.").arg(QFileInfo(path).fileName()));
}

void DocumentController::openDrawings(const QString& path)
{
    m_parts.disk.run(Topic::Open, [this, path]() -> std::function<void()> {
        DrawingFile file = loadDrawings(path);
        if (file.drawings.empty())
            throw Error(GLYPHSCOPE_TEXT("Files", "%1: holds no drawing. Choose another file."),
                        path.toStdString());
        return [this, path, file = std::move(file)] {
            show(QFileInfo(path).fileName(), file.drawings);
            if (file.drawings.size() > 1 && !file.drawings.front().truth.empty())
                Q_EMIT labelledInkOpened(path);
            for (const Message& note : file.notes)
                m_parts.notices.info(messageText(note));
        };
    });
}

void DocumentController::openImage(const QString& name, const QImage& image)
{
    m_parts.disk.run(Topic::Open, [this, name, image]() -> std::function<void()> {
        const LabelledDrawing drawing{{{}, pictureFromImage(image)}, {}, {}};
        return [this, name, drawing] { show(name, {drawing}); };
    });
}

void DocumentController::openDataImage(const QString& name, const Glyph& image, const QString& dataSet,
                                       const QString& truth)
{
    const LabelledDrawing drawing{
        {{}, pictureOfDataSet(image, dataSet.toStdString())}, truth.toStdString(), {}};
    // after what was opened before
    m_parts.disk.run(Topic::Open, [this, name, drawing]() -> std::function<void()> {
        return [this, name, drawing] { show(name, {drawing}); };
    });
}

void DocumentController::show(const QString& file, std::vector<LabelledDrawing> drawings)
{
    m_file = file;
    m_drawings = std::move(drawings);
    turnTo(0);
}

void DocumentController::turnTo(std::size_t index)
{
    if (index >= m_drawings.size())
        return;
    m_index = index;
    m_turning = true;
    const Drawing drawing = onCanvas(m_drawings[index].drawing);
    m_parts.canvas.setDrawing(drawing, shownPenOf(drawing));
    m_turning = false;
    m_parts.pager.setPosition(static_cast<int>(index), static_cast<int>(m_drawings.size()), m_file,
                              QString::fromStdString(m_drawings[index].truth));
}

void DocumentController::leaveFile()
{
    if (m_drawings.size() > 1) {
        // drawing over one page does not close the book, but its label is no longer true
        m_parts.pager.setPosition(static_cast<int>(m_index), static_cast<int>(m_drawings.size()), m_file, {});
        return;
    }
    m_drawings.clear();
    m_parts.pager.setPosition(0, 0, {}, {});
}

void DocumentController::paste()
{
    const QMimeData* data = QGuiApplication::clipboard()->mimeData();
    const QStringList paths = data ? localFiles(*data) : QStringList();  // an empty clipboard may have none
    const QImage image = data ? qvariant_cast<QImage>(data->imageData()) : QImage();
    if (!paths.isEmpty())
        openFiles(paths);
    else if (!image.isNull())
        openImage(tr("the clipboard"), image);
    else
        m_parts.notices.info(
            tr("There is no picture on the clipboard. Copy one, or the file itself, and paste again."));
}

void DocumentController::copy()
{
    const QImage picture =
        renderDrawing(m_parts.canvas.drawing(), {kCopiedSide, kCopiedSide}, 1, Qt::black, Qt::white);
    QGuiApplication::clipboard()->setImage(picture);
    m_parts.notices.info(tr("The drawing is on the clipboard."));
}

void DocumentController::saveTo(const QString& path)
{
    m_parts.disk.run(Topic::Save,
                     [this, path, drawing = m_parts.canvas.drawing()]() -> std::function<void()> {
                         saveDrawing(path, {drawing, {}, {}});
                         return [this, path] { m_parts.notices.info(tr("Saved as %1.").arg(path)); };
                     });
}

}  // namespace glyphscope
