using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Settlement;

/// <summary>
/// An admin takes back some of a transfer, or all, such as what a cooperative owes after refunds: never more than was transferred less
/// what was and is to be taken back. Above the limit for refunds another admin has to agree. The gateway is asked within minutes.
/// </summary>
internal static class TakeBackTransfer
{
    private const int LongestReason = 200;

    internal sealed class Form
    {
        public string? Amount { get; set; }

        public string? Reason { get; set; }
    }

    /// <param name="Run">The run's code.</param>
    /// <param name="Position">The payout's place in it.</param>
    /// <param name="Amount">Đồng as typed.</param>
    internal sealed record Command(Actor Actor, string Run, int Position, string? Amount, string? Reason) : ICommand, IForAdmin, INeedsProof, ISerialized, IAbout
    {
        public Proof Proof => Proof.Factor;

        public string About => $"{Run} {Position}";
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Amount).Must(a => TypedNumber.ReadDong(a, 1, Money.Most, out _) == NumberVerdict.Whole).WithMessage("settlement.reversal.amount.flaw");
            RuleFor(c => c.Reason).Must(t => CleanText.Read(t, LongestReason, out _) == TextVerdict.Clean).WithMessage("settlement.reversal.reason.flaw");
        }
    }

    internal sealed class Handler(PayoutRuns runs, StripeSettings stripe, RefundSettings settings, TimeProvider time, Ids ids) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command request, CancellationToken cancellationToken)
        {
            if (!stripe.Connects || await runs.FindAsync(request.Run, cancellationToken) is not { } run || !run.Payouts.Any(p => p.Position == request.Position && p.IsTransfer))
                return new NotFound();
            _ = TypedNumber.ReadDong(request.Amount, 1, Money.Most, out var dong);
            _ = CleanText.Read(request.Reason, LongestReason, out var reason);
            return run.ProposeReversal(request.Position, ids.New<TransferReversalId>(), Money.Dong(dong), reason, request.Actor.Me, settings.Alone, time.Now());
        }
    }
}
