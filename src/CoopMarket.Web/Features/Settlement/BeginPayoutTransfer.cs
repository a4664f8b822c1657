using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Adapters.Cards;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Payments.Contract;
using CoopMarket.Web.Features.Settlement.Contract;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Settlement;

/// <summary>
/// Writes down that the gateway is about to be asked to transfer a payout: of two nodes one begins. The gateway is never asked for more
/// than the market holds there in đồng, less what it was asked for already.
/// </summary>
internal static class BeginPayoutTransfer
{
    internal sealed record Command(Actor Actor, PayoutId Payout) : ICommand<Outcome<TransferOrder?>>, IForAdmin, ISerialized, IAbout
    {
        public string About => Payout.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>;

    /// <summary>Answers nothing where the account can't be paid any more, and the payout has failed.</summary>
    internal sealed class Handler(MarketDb db, PayoutRuns runs, CardHoldings holdings, StripeSettings settings, TimeProvider time) : IRequestHandler<Command, Outcome<TransferOrder?>>
    {
        public async Task<Outcome<TransferOrder?>> Handle(Command request, CancellationToken cancellationToken)
        {
            if (!settings.Connects || await runs.FindAsync(request.Payout, cancellationToken) is not { } found)
                return new NotFound();
            var (run, payout) = found;
            var isAble = await db.Set<ConnectedAccount>().Able().AnyAsync(a => a.Cooperative == payout.Cooperative && a.Account == payout.Connected, cancellationToken);
            var begun = run.BeginTransfer(payout.Position, isAble, await holdings.OfAsync(Currency.VND, cancellationToken), time.Now());
            if (!begun.IsDone)
                return begun.Refusal!;
            if (payout.IsAsked)
                return new TransferOrder(payout.Id, payout.Connected, payout.Amount, payout.Text);
            await runs.BookAsync(EntryKind.PayoutFailed, [payout], cancellationToken);
            return (TransferOrder?)null;
        }
    }
}
