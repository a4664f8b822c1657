using CoopMarket.Domain.Income;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Income;

/// <summary>A payment was written down by mistake: it is owed as before. Only while nobody has confirmed it.</summary>
internal static class WithdrawPayment
{
    internal sealed record Command(Actor Actor, CooperativeId Cooperative, MemberPaymentId Payment) : ICommand, IForCooperative, IAbout
    {
        public DeskRoles Allowed => DeskRoles.Manager;

        public string About => Payment.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(MarketDb db, MemberPayments payments, TimeProvider time, Ids ids) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await payments.OneAsync(command.Cooperative, command.Payment, cancellationToken) is not { } payment)
                return new NotFound();
            var outcome = payment.Withdraw(time.Now());
            if (outcome.IsDone)
                db.Add(IncomeEntry.OfPayment(ids.New<IncomeEntryId>(), payment, time.Now()));
            return outcome;
        }
    }
}
