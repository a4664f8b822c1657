using CoopMarket.Domain.Income;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Income;

/// <summary>The member tells the code that her own page shows: she got the money. It works once, and few wrong ones may be tried.</summary>
internal static class ConfirmPayment
{
    /// <param name="Word">The code as typed.</param>
    internal sealed record Command(Actor Actor, CooperativeId Cooperative, MemberPaymentId Payment, string? Word) : ICommand, IForCooperative, IAbout
    {
        public DeskRoles Allowed => DeskRoles.Manager;

        public string About => Payment.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(MemberPayments payments, MemberLinks links, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        private const int Digits = 6;

        // What is no code at all doesn't count as a try.
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
            => MemberLinks.Plain(command.Word) is not { Length: Digits } code || !code.All(char.IsAsciiDigit) ? new NoCode()
                : await payments.OneAsync(command.Cooperative, command.Payment, cancellationToken) is { } payment
                    ? payment.Confirm(links.IsHers(payment, code), time.Now())
                    : new NotFound();
    }
}
