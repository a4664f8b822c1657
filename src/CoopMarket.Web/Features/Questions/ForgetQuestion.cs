using CoopMarket.Domain.Photos;
using CoopMarket.Domain.Questions;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Photos.Contract;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Questions;

/// <summary>Forgets one thread: who asked, what was said and its photos.</summary>
internal static class ForgetQuestion
{
    internal sealed record Command(Actor Actor, QuestionId Question) : ICommand, IForAdmin, IAbout
    {
        public string About => Question.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(QuestionFile file, MessagePhotos photos, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            var now = time.Now();
            // Somebody may have written or reported it since it was found.
            if (await file.WithMessagesAsync(command.Question, cancellationToken) is not { } found || !QuestionTimes.IsOver(found, now))
                return new NotFound();
            await photos.RemoveAsync(found.Messages.Select(m => PhotoSubject.Of(m.Id)), cancellationToken);
            found.Forget(now);
            return Outcome.Done;
        }
    }
}

/// <summary>How long threads are kept after their last message. What a side reported is kept until an admin has seen to it.</summary>
internal static class QuestionTimes
{
    /// <summary>Whether the time of a thread is over.</summary>
    /// <param name="now">UTC.</param>
    public static bool IsOver(Question question, DateTimeOffset now) => !question.IsReported && question.SpokenAt < Before(question.OrderCode.Length > 0, now);

    /// <summary>What was last spoken in before is forgotten, UTC.</summary>
    /// <param name="now">UTC.</param>
    public static DateTimeOffset Before(bool isAboutOrder, DateTimeOffset now) => now.AddMonths(isAboutOrder ? -Question.MonthsAboutOrders : -Question.MonthsAboutGoods);
}
