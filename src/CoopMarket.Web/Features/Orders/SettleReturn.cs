using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using MediatR;

namespace CoopMarket.Web.Features.Orders;

/// <summary>
/// An admin settles a return for a cooperative that is late, and says what goes back to the buyer: after three weeks, and a
/// withdrawal from the day on which the law wants its money back.
/// </summary>
internal static class SettleReturn
{
    /// <param name="Code">The order's.</param>
    /// <param name="Amount">What goes back to the buyer, in đồng as typed; 0 for nothing.</param>
    /// <param name="Why">What both sides read.</param>
    internal sealed record Command(Actor Actor, string Code, ReturnId Return, string? Amount, string? Why) : ICommand<Outcome<Money>>, IForAdmin, INeedsProof, IAbout, ISettleReturns
    {
        // It decides whose the money of a sale is.
        public Proof Proof => Proof.Factor;

        public string About => PublicCode.TryParse(Code, out var code) ? code.Value : "";
    }

    internal sealed class Validator : SettlesReturns<Command>;

    internal sealed class Handler(ReturnsForAdmin admin, TimeProvider time) : IRequestHandler<Command, Outcome<Money>>
    {
        public Task<Outcome<Money>> Handle(Command command, CancellationToken cancellationToken)
            => admin.SettleAsync(command, (order, back, plans, why) => order.SettleForSeller(back, plans, why, time.Now()), cancellationToken);
    }
}
