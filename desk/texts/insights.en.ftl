### Insights, read in a row

do-insights = My insights
insights = Your insights in a row:
insights-none = There are no insights written down yet, and there's no hurry. What you understand after a stage, a meeting or a talk gathers here.
insights-none-yet = There are no insights written down yet. That's fine: these questions will help you see how far you've come.
insights-none-here = There are no insights written down here. That's fine, say what comes to mind.
insights-not-here = Young people and mentors gather insights, each for themselves. What shall we do?
steps-offer = You can write down the steps you named, now or later, and I'll remind you of them.
do-steps = Write down the steps
