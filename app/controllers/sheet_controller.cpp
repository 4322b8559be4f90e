// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controllers/sheet_controller.h"

#include "app/controllers/file_dialogs.h"
#include "app/controllers/weights_controller.h"
#include "app/files/blank_sheet.h"
#include "app/files/drawing_file.h"
#include "app/files/picture_file.h"
#include "app/session/engine_session.h"
#include "app/session/task_session.h"
#include "model/numbers/read_sheet.h"
#include "model/recognition/cpu_recognizer.h"
#include "model/types/class_names.h"
#include "model/types/error.h"
#include "ui/samples/sample_sheet_dialog.h"
#include "ui/samples/samples_panel.h"
#include "ui/widgets/notice_bar.h"

#include <utility>

namespace glyphscope {
namespace {

SheetReading sheetIn(const QString& path, Recognizer& recognizer)
{
    const Picture picture = loadPicture(path, kLongestSheetKept);
    try {
        return readSheet(picture, recognizer);
    } catch (const Error& error) {
        throw Error(GLYPHSCOPE_TEXT("Files", "%1: %2"), path.toStdString(), error);
    }
}

std::string nameOf(const ClassSet& classes, int index)
{
    return index < 0 ? std::string() : classes.name(index);
}

SheetCell cellOfItem(const SheetItem& item, const ClassSet& classes)
{
    const bool known = item.prediction.verdict != Verdict::NotADigit;
    return {item.glyph, nameOf(classes, item.label),
            known ? nameOf(classes, item.prediction.best) : std::string(), false};
}

}  // namespace

SheetController::SheetController(const Parts& parts) : m_parts(parts)
{
    connect(&m_parts.samples, &SamplesPanel::sheetRequested, this, &SheetController::importSheet);
    connect(&m_parts.samples, &SamplesPanel::blankSheetRequested, this, &SheetController::saveBlank);
}

void SheetController::importSheet()
{
    m_parts.dialogs.openFile(*this, tr("Import a sheet of samples"),
                             {tr("Pictures (*.png *.jpg *.jpeg *.bmp *.webp)"), tr("All files (*)")},
                             [this](const QString& path) { readSheetIn(path); });
}

void SheetController::readSheetIn(const QString& path)
{
    const auto weights = m_parts.weights.inUse();
    if (!weights)
        return;
    m_parts.compute.run(Topic::Open,
                        [this, path, weights, engine = m_parts.engine.engine()]() -> std::function<void()> {
                            const std::unique_ptr<Recognizer> recognizer =
                                engine ? engine->recognizer(*weights, "cpu") : makeCpuRecognizer(*weights);
                            auto sheet = std::make_shared<const SheetReading>(sheetIn(path, *recognizer));
                            return [this, sheet] { ask(sheet); };
                        });
}

void SheetController::ask(const std::shared_ptr<const SheetReading>& sheet)
{
    std::vector<SheetCell> cells;
    for (const SheetItem& item : sheet->items)
        cells.push_back(cellOfItem(item, sheet->classes));
    auto* dialog = new SampleSheetDialog(m_parts.samples.window());
    dialog->setSheet(std::move(cells), sheet->classes, sheet->byRows);
    connect(dialog, &SampleSheetDialog::kept, this, [this, sheet](const std::vector<SheetCell>& corrected) {
        std::vector<LabelledDrawing> drawings;
        for (std::size_t i = 0; i < corrected.size(); ++i)
            if (!corrected[i].leftOut && !corrected[i].label.empty())
                drawings.push_back({sheet->items[i].drawing, corrected[i].label, {}});
        Q_EMIT kept(drawings);
    });
    dialog->show();
}

void SheetController::saveBlank(bool letter)
{
    const auto weights = m_parts.weights.inUse();
    if (!weights)
        return;
    m_parts.dialogs.saveFile(
        *this, tr("Save a blank sheet to print"), {tr("PDF (*.pdf)")},
        [this, letter, classes = classesOf(*weights)](const QString& path) {
            m_parts.disk.run(Topic::Save, [this, letter, classes, path]() -> std::function<void()> {
                saveBlankSheet(path, classes, letter);
                return [this, path] {
                    m_parts.notices.info(
                        tr("A blank sheet was saved to %1. Print it at its own size.").arg(path));
                };
            });
        });
}

}  // namespace glyphscope
