using CoopMarket.Domain.Questions;
using CoopMarket.Web.Data;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Questions.Jobs;

/// <summary>Finds threads in which somebody wrote while the other side was not to be written to, and lets it hear of that now.</summary>
internal sealed class TellOfMessages(MarketDb db, EachAlone each, TimeProvider time) : IScheduled
{
    /// <summary>How often it comes by.</summary>
    public static readonly TimeSpan Round = TimeSpan.FromMinutes(2);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = time.Now();
        var due = await db.Set<Question>().Where(q => q.DeskTellAt <= now || q.BuyerTellAt <= now).OrderBy(q => q.SpokenAt).Select(q => q.Id).ToListAsync(cancellationToken);
        await each.SendAsync(due.Select(id => new TellOfMessage.Command(Actor.Job("tell-of-messages"), id)), cancellationToken);
    }
}
