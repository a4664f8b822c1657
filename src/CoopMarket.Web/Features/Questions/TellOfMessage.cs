using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Questions;

/// <summary>Lets whoever's time has come hear of what was said in one thread.</summary>
internal static class TellOfMessage
{
    internal sealed record Command(Actor Actor, QuestionId Question) : ICommand, IForAdmin, IAbout
    {
        public string About => Question.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(QuestionFile file, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await file.OneAsync(command.Question, cancellationToken) is not { } found)
                return new NotFound();
            found.Tell(time.Now());
            return Outcome.Done;
        }
    }
}
