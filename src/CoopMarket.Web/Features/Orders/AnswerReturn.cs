using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Orders;

/// <summary>The cooperative agrees to take something back, or refuses with a reason.</summary>
internal static class AnswerReturn
{
    /// <param name="Words">Where to send it and what to mind, or why not; what the buyer reads.</param>
    internal sealed record Command(Actor Actor, CooperativeId Cooperative, ReturnId Return, bool Agrees, string Words) : ICommand, IForCooperative, IAbout
    {
        public DeskRoles Allowed => DeskRoles.Manager;

        public string About => Return.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Words).Must((c, w) => c.Agrees ? Typed.IsTextOrNone(w, Return.MostWords, severalLines: true) : Typed.IsText(w, Return.MostWords))
            .WithMessage("orders.return.answer.flaw").WithState(_ => Typed.Most(Return.MostWords));
    }

    internal sealed class Handler(Returns returns, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await returns.OneAsync(command.Cooperative, command.Return, cancellationToken) is not { } back)
                return new NotFound();
            var words = Typed.Clean(command.Words, severalLines: true);
            return command.Agrees ? back.Agree(words, time.Now()) : back.Refuse(words, time.Now());
        }
    }
}
