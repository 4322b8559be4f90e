// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/evaluation_session.h"
#include "model/types/answer_rule.h"

#include <QtCore/QObject>
#include <QtCore/QString>
#include <QtGui/QImage>

#include <functional>
#include <memory>

namespace glyphscope {

class EngineSession;
class MainWindow;
class WeightsController;

/// The part of the map around the numbers of a test set: those of the running training after every epoch,
/// and those of the weights in use when they are asked for. Lives on the GUI thread.
class EvaluationController : public QObject {
    Q_OBJECT

public:
    EvaluationController(MainWindow& window, EngineSession& engine, WeightsController& weights,
                         std::function<Dataset(int classCount)> samples);
    ~EvaluationController() override;

    /// Of weights in training, which have no rule yet.
    void show(const std::shared_ptr<const Evaluation>& evaluation,
              const std::shared_ptr<const TrainTest>& data, const QString& what);
    void setMnist(bool there, const QString& howToGet);
    void setEngineReady();

Q_SIGNALS:
    /// To be put on the canvas.
    void imageChosen(const QString& name, const QImage& image, int truth);

private:
    void showByRule(const std::shared_ptr<const Evaluation>& evaluation,
                    const std::shared_ptr<const TrainTest>& data, const QString& what,
                    const AnswerRule& rule);
    void measure();
    void showDataState();

    MainWindow& m_window;
    EngineSession& m_engine;
    WeightsController& m_weights;
    const std::function<Dataset(int classCount)> m_samples;
    bool m_mnist = false;
    QString m_howToGet;
    QString m_description;  // of the weights in use
    QString m_measured;     // of those that are being measured
    AnswerRule m_rule;      // theirs
    EvaluationSession m_session;
};

}  // namespace glyphscope
