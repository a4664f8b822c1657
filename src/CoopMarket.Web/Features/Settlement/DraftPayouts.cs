using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Settlement;

/// <summary>
/// An admin drafts a payout for every cooperative that can be paid now: all that is payable, less the fees that it owes. Who
/// has an account at the card gateway is paid there, as long as the market holds enough in đồng; else the bank pays. Nothing is booked
/// or sent before a second admin approves. Two who draft at once get one draft: a cooperative is in one open payout only.
/// </summary>
internal static class DraftPayouts
{
    /// <summary>Answers the run's code.</summary>
    internal sealed record Command(Actor Actor) : ICommand<Outcome<string>>, IForAdmin, INeedsProof, ISerialized
    {
        public Proof Proof => Proof.Factor;
    }

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(MarketDb db, PayoutDues dues, PayoutSettings settings, TimeProvider time, Ids ids) : IRequestHandler<Command, Outcome<string>>
    {
        public async Task<Outcome<string>> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = time.Now();
            var placed = PayoutDue.Place((await dues.AllAsync(cancellationToken)).Values, await dues.FreeAtGatewayAsync(cancellationToken), settings.Smallest, now);
            var payable = placed.Where(d => d.Judge(settings.Smallest, now) == PayoutHindrance.None).Take(PayoutRun.Most).Select(d => (ids.New<PayoutId>(), d)).ToList();
            if (payable.Count == 0)
                return new NothingToPayOut();
            var run = PayoutRun.Draft(ids.New<PayoutRunId>(), PublicCode.From(ids.Random(5)), request.Actor.Me, payable, now);
            db.Add(run);
            return run.Code;
        }
    }
}
