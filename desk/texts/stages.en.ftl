### Stages: where a pair is on its way

stage-is = Stage: { $name } (since { $day })
stage-unknown = The stage isn't known yet
stage-not-yet = not known yet
stage-change = If it's another one by now, tap it.
stage-whose = The mentor or a coordinator changes it.
stage-which = Pairs and their stages:
stage-more = … and { $count } more. Write “stage” and a name.
stage-none = This programme has no stages.
stage-no-pair = Each pair has a stage, but there is no such pair now.
stage-kept = { $pair }. The stage now: { $name }.
stage-told = Your stage now: { $name }.
stage-insight-why = A good moment to write down what the last one taught you.
stage-insight = Write an insight
do-stage = Change the stage
