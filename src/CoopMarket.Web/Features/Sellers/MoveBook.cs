using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts.Contract;
using CoopMarket.Web.Pipeline;

namespace CoopMarket.Web.Features.Sellers;

/// <summary>Writes down who moved a seller from state to state, when and why, in the running command's transaction.</summary>
internal sealed class MoveBook(MarketDb db, People people, TimeProvider time, Ids ids)
{
    /// <summary>Adds a move.</summary>
    /// <param name="application">What it is about; for a cooperative, the application it came of.</param>
    /// <param name="from">The state before.</param>
    /// <param name="to">The state after.</param>
    /// <param name="actor">Who did it.</param>
    /// <param name="reason">What she wrote; may be empty.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task WriteAsync(SellerApplicationId application, Enum from, Enum to, Actor actor, string reason, CancellationToken cancellationToken)
    {
        var name = actor.Person is { } person ? (await people.ReachAsync(person, cancellationToken))?.Name ?? "" : "";
        db.Add(SellerMove.Of(ids.New(), application, from, to, actor.Person, name, reason, time.Now()));
    }
}
