using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Payments;

/// <summary>A buyer says on which account she wants the money that goes back to her by the bank.</summary>
internal static class TellRefundAccount
{
    private const int LongestHolder = 100;

    // With the spaces that people type.
    private const int LongestNumber = 50;

    /// <param name="Bin">The bank's six-digit NAPAS BIN; <see cref="Iban.Bank"/> for an account outside Vietnam.</param>
    /// <param name="Number">As typed: spaces and dots don't count.</param>
    internal sealed record Command(Actor Actor, string OrderCode, string? OrderSecret, string? Bin, string? Number, string? Holder) : ICommand, IForGuestOf;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Bin).Must(b => b == Iban.Bank || Banks.Find(b ?? "") is not null).WithMessage("payments.account.flaw.bank");
            RuleFor(c => c.Number).Must(n => n is null or { Length: <= LongestNumber } && BankAccount.IsNumber(BankAccount.Plain(n))).WithMessage("payments.account.flaw.number").When(c => c.Bin != Iban.Bank);
            RuleFor(c => c.Number).Must(n => n is { Length: <= LongestNumber } && Iban.IsValid(BankAccount.Plain(n))).WithMessage("payments.account.flaw.iban").When(c => c.Bin == Iban.Bank);
            RuleFor(c => c.Holder).Must(h => CleanText.Read(h, LongestHolder, out _) == TextVerdict.Clean).WithMessage("payments.account.flaw.holder");
        }
    }

    internal sealed class Handler(MarketDb db, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command request, CancellationToken cancellationToken)
        {
            var code = PublicCode.Parse(request.OrderCode).Value;
            var order = await db.Set<Payment>().Where(p => p.Code == code).Select(p => p.Order).SingleAsync(cancellationToken);
            if (!await db.Set<RefundDue>().AnyAsync(r => r.Order == order && r.Place == MoneyPlace.Bank && r.PaidAt == null, cancellationToken))
                return new NothingGoesBack();
            if (await db.Set<RefundAccount>().SingleOrDefaultAsync(a => a.Order == order, cancellationToken) is not { } account)
                db.Add(account = RefundAccount.For(order));
            _ = CleanText.Read(request.Holder, LongestHolder, out var holder);
            // Who agreed to send a large amount agreed to where it went.
            if (account.Number.Length > 0 && (account.Bin, account.Number) != (request.Bin, BankAccount.Plain(request.Number).ToUpperInvariant()))
                foreach (var due in await db.Set<RefundDue>().Where(r => r.Order == order && r.Place == MoneyPlace.Bank && r.PaidAt == null).ToListAsync(cancellationToken))
                    due.ForgetAgreement();
            account.Tell(request.Bin!, BankAccount.Plain(request.Number).ToUpperInvariant(), holder, time.Now());
            return Outcome.Done;
        }
    }
}
