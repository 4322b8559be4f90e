// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/evaluation_session.h"
#include "model/types/answer_rule.h"
#include "model/types/raster.h"

#include <QtCore/QObject>
#include <QtCore/QString>

#include <functional>
#include <memory>
#include <string>

namespace glyphscope {

class EngineSession;
class EvaluationPanel;
class TrainingPanel;
class WeightsController;

/// How a test set is read: the numbers of the running training after every epoch,
/// and those of the weights in use when they are asked for. Lives on the GUI thread.
class EvaluationController : public QObject {
    Q_OBJECT

public:
    struct Parts {
        EvaluationPanel& evaluation;
        TrainingPanel& training;  ///< which data is chosen
        EngineSession& engine;
        WeightsController& weights;
        std::function<Dataset(const ClassSet&)> samples;
    };

    explicit EvaluationController(const Parts& parts);
    ~EvaluationController() override;

    /// Of weights in training, which have no rule yet.
    void show(const std::shared_ptr<const Evaluation>& evaluation,
              const std::shared_ptr<const TrainTest>& data, const QString& what);
    void setMnist(bool there, const QString& howToGet);
    void setEngineReady();
    void setDevice(const std::string& device) { m_device = device; }

Q_SIGNALS:
    /// To be put on the canvas, as the data set has it.
    void imageChosen(const QString& name, const glyphscope::Glyph& image, const QString& dataSet,
                     const QString& className);

private:
    void showByRule(const std::shared_ptr<const Evaluation>& evaluation,
                    const std::shared_ptr<const TrainTest>& data, const QString& what,
                    const AnswerRule& rule);
    void measure();
    void showDataState();

    const Parts m_parts;
    std::string m_device = "cpu";
    bool m_mnist = false;
    QString m_howToGet;
    QString m_description;  // of the weights in use
    QString m_measured;     // of those that are being measured
    AnswerRule m_rule;      // theirs
    ClassSet m_classes;     // of the images shown
    QString m_dataSet;      // that they are of
    EvaluationSession m_session;
};

}  // namespace glyphscope
