using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Settlement.Contract;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Payments;

/// <summary>An admin writes down what an outgoing line was (a bank's fee, the market's own payment).</summary>
internal static class ExplainMoney
{
    private const int LongestNote = 200;

    internal sealed record Command(Actor Actor, MoneyInId Money, string? Note) : ICommand, IForAdmin, IAbout
    {
        public string About => Money.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Note).Must(n => CleanText.Read(n, LongestNote, out _) == TextVerdict.Clean).WithMessage("payments.line.note.flaw");
    }

    internal sealed class Handler(MarketDb db, OutgoingRefunds refunds, PaidOut paidOut) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command request, CancellationToken cancellationToken)
        {
            if (await db.Set<MoneyIn>().SingleOrDefaultAsync(m => m.Id == request.Money, cancellationToken) is not { } money)
                return new NotFound();
            if (!money.MayBeExplained)
                return new MoneyAlreadyDecided();
            // Booked as a cost of the market's own it would leave the account twice: once here, once as the payout.
            if (money.Direction == TransferDirection.Out && await paidOut.NamedInAsync(money.Text, cancellationToken) is { } run)
                return new IsAPayout(run);
            if (money is { Direction: TransferDirection.Out, Place: MoneyPlace.Bank } && await refunds.RefundOfAsync(money, cancellationToken) is { } refund)
            {
                money.PayBack(refund);
                return Outcome.Done;
            }

            if (await PayoutOfAsync(money, cancellationToken) is { } paid)
            {
                money.PayOut(paid);
                return Outcome.Done;
            }

            _ = CleanText.Read(request.Note, LongestNote, out var note);
            money.Resolve(note);
            return Outcome.Done;
        }

        // A payout that was written down under another reference than the bank's; a second transfer of the same money is none.
        private async Task<PayoutRunId?> PayoutOfAsync(MoneyIn money, CancellationToken cancellationToken)
        {
            if (money.Direction != TransferDirection.Out || await paidOut.PaidByAsync(money.Text, cancellationToken) is not var (run, paid))
                return null;
            var matched = await db.Set<MoneyIn>().Where(m => m.Payout == run && m.Direction == TransferDirection.Out).SumAsync(m => m.Amount.Minor, cancellationToken);
            return (paid.Contains(money.Amount.Minor) || paid.Sum() == money.Amount.Minor) && matched + money.Amount.Minor <= paid.Sum() ? run : null;
        }
    }
}
