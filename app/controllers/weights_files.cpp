// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controllers/weights_files.h"

#include "app/controllers/file_dialogs.h"
#include "app/controllers/weights_controller.h"
#include "app/session/task_session.h"
#include "app/text/file_name.h"
#include "model/checkpoint/weights_file.h"
#include "model/spec/spec_of.h"
#include "model/types/answer_rule.h"
#include "model/types/error.h"
#include "ui/widgets/notice_bar.h"

#include <QtCore/QFileInfo>

#include <memory>

namespace glyphscope {

void WeightsFiles::askToOpen()
{
    m_parts.dialogs.openFile(*this, tr("Open weights"),
                             {tr("Weights (*.safetensors *.pt *.pth)"), tr("All files (*)")},
                             [this](const QString& path) { open(path); });
}

void WeightsFiles::askWhereToSave()
{
    m_parts.dialogs.saveFile(
        *this, tr("Save the weights"),
        {tr("safetensors (*.safetensors)"), tr("PyTorch (*.pt)"), tr("ONNX (*.onnx)"), tr("NumPy (*.npz)")},
        [this](const QString& path) { save(path); });
}

void WeightsFiles::open(const QString& path)
{
    if (m_parts.weights.inUse() == nullptr) {
        connect(
            &m_parts.weights, &WeightsController::applied, this, [this, path] { open(path); },
            Qt::SingleShotConnection);
        return;
    }
    m_parts.disk.run(Topic::Open, [this, path]() -> std::function<void()> {
        const QString name = QFileInfo(path).fileName();
        auto weights = std::make_shared<const StateDict>(readWeights(fileNameBytes(path)));
        try {
            (void)checkedSpecOf(*weights);  // those that do not fit are refused before they are applied
            (void)answerRuleOf(*weights);
        } catch (const Error& error) {
            throw Error(GLYPHSCOPE_TEXT("Files", "%1: %2"), name.toStdString(), error);
        }
        return [this, path, name, weights] {
            m_parts.weights.apply(weights, tr("Weights: %1").arg(name));
            Q_EMIT opened(path);
        };
    });
}

void WeightsFiles::save(const QString& path)
{
    m_parts.disk.run(Topic::Save, [this, path, weights = m_parts.weights.shown()]() -> std::function<void()> {
        const auto format = weightsFormatNamed(QFileInfo(path).suffix().toStdString());
        if (!format)
            throw Error(
                GLYPHSCOPE_TEXT(
                    "Files",
                    "%1: the name ends in none of .safetensors, .pt, .onnx, .npz. Give it one of them."),
                path.toStdString());
        writeWeights(*weights, path.toStdString(), *format);
        return [this, path] {
            m_parts.notices.info(tr("Saved as %1.").arg(path));
            Q_EMIT saved(path);
        };
    });
}

}  // namespace glyphscope
