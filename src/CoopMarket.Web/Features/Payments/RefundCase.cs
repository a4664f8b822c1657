using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Payments;

/// <summary>One amount owed back, with the bank lines that came in for its order.</summary>
internal static class RefundCase
{
    internal sealed record Query(Actor Actor, RefundDueId Refund) : IQuery<View?>, IForAdmin;

    /// <param name="Amount">What is to be sent, or was.</param>
    /// <param name="SetOff">What needn't be sent, because the bank took as much back.</param>
    /// <param name="Code">The order; null where the money named none.</param>
    /// <param name="PaidAt">UTC; null while it is owed.</param>
    /// <param name="Reference">The bank's; null while it is owed, and where nothing was to be sent.</param>
    /// <param name="FailedAt">When it turned out not to have arrived, UTC; another refund owes it since then. Null where it arrived or is owed.</param>
    /// <param name="Lines">Where the money came from, to know whither it goes.</param>
    internal sealed record View(
        RefundReason Reason, MoneyPlace Place, Money Amount, Money SetOff, DateTimeOffset OpenedAt, DateTimeOffset? PaidAt, string? Reference, DateTimeOffset? FailedAt, string? Code, IReadOnlyList<Came> Lines)
    {
        public RefundState State { get; init; }

        /// <summary>The gateway's word for why it would not send it; null where it didn't say no.</summary>
        public string? RefusedFor { get; init; }

        /// <summary>Whether the market sends it by itself through the gateway.</summary>
        public bool GoesByItself { get; init; }

        /// <summary>How many admins still have to agree, and above which amount that is so.</summary>
        public (int Admins, Money Above) Lacks { get; init; }

        /// <summary>Whether the admin who looks has agreed.</summary>
        public bool HasAgreed { get; init; }

        /// <summary>What of the charge goes back, or went, in the charge's own currency; null where that is the đồng, or no charge can bear it.</summary>
        public Money? Moved { get; init; }

        /// <summary>Whither a transfer goes and what it says; null where it goes back to a card, or the buyer has told no account.</summary>
        public Transfer? To { get; init; }

        /// <summary>What a transfer of it must carry as its text, so that the bank's line is known again.</summary>
        public string Text { get; init; } = "";
    }

    /// <param name="Qr">Null for an account outside Vietnam, which no VietQR reaches.</param>
    internal sealed record Transfer(string Bank, string Number, string Holder, string Text, QrPicture? Qr);

    internal sealed record Came(MoneyInId Id, string Reference, string Text, Money Amount);

    internal sealed class Handler(MarketDb db, CardCharges charges, RefundSettings settings, RefundLimits limits, StripeSettings cards) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query request, CancellationToken cancellationToken)
        {
            if (await db.Set<RefundDue>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == request.Refund, cancellationToken) is not { } due)
                return null;
            var code = await db.Set<Payment>().Where(p => p.Order == due.Order).Select(p => p.Code).FirstOrDefaultAsync(cancellationToken);
            var lines = await db.Set<MoneyIn>().AsNoTracking()
                .Where(m => m.Id == due.MoneyIn || (due.MoneyIn == null && m.Order == due.Order && m.Order != null && m.Direction == TransferDirection.In))
                .OrderBy(m => m.BookedAt).Select(m => new Came(m.Id, m.Reference, m.Text, m.Amount)).ToListAsync(cancellationToken);
            return new(due.Reason, due.Place, due.Left, due.SetOff, due.OpenedAt, due.PaidAt, due.Reference, due.FailedAt, code, lines)
            {
                State = due.State,
                Moved = await MovedAsync(due, cancellationToken) is { Currency: not Currency.VND } moved ? moved : null,
                RefusedFor = due.RefusedFor,
                GoesByItself = due.Place == MoneyPlace.Cards && cards.IsOffered,
                Lacks = (due.IsAgreed(await limits.OfAsync(due, cancellationToken)) ? 0 : due.AgreedBy is null ? 2 : 1, settings.Alone),
                To = due is { IsOpen: true, Place: MoneyPlace.Bank } && await db.Set<RefundAccount>().AsNoTracking().SingleOrDefaultAsync(a => a.Order == due.Order, cancellationToken) is { } account
                    ? new(Banks.Find(account.Bin)?.ShortName ?? account.Bin, account.Number, account.Holder, due.Code, account.Bin == Iban.Bank ? null : QrPicture.Of(VietQr.Transfer(account.Bin, account.Number, due.Left.Minor, due.Code)))
                    : null,
                Text = due.Code,
                HasAgreed = request.Actor.Person is { } me && (due.AgreedBy == me || due.SecondedBy == me),
            };
        }

        private async Task<Money?> MovedAsync(RefundDue due, CancellationToken cancellationToken)
            => due.State == RefundState.Owed && due.Place == MoneyPlace.Cards ? (await charges.ForAsync(due, cancellationToken))?.Moved : due.Moved;
    }
}
