using CoopMarket.Domain.Questions;
using CoopMarket.Web.Data;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Questions.Jobs;

/// <summary>Finds threads whose time is over: see <see cref="QuestionTimes"/>.</summary>
internal sealed class ForgetQuestions(MarketDb db, EachAlone each, TimeProvider time) : IScheduled
{
    /// <summary>How often it comes by.</summary>
    public static readonly TimeSpan Round = TimeSpan.FromDays(1);

    // What is left over waits for the next round.
    private const int AtOnce = 500;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = time.Now();
        var (goods, orders) = (QuestionTimes.Before(isAboutOrder: false, now), QuestionTimes.Before(isAboutOrder: true, now));
        var due = await db.Set<Question>().Where(q => q.ForgottenAt == null && !q.IsReported && q.SpokenAt < (q.OrderCode == "" ? goods : orders))
            .OrderBy(q => q.SpokenAt).Select(q => q.Id).Take(AtOnce).ToListAsync(cancellationToken);
        await each.SendAsync(due.Select(id => new ForgetQuestion.Command(Actor.Job("forget-questions"), id)), cancellationToken);
    }
}
