using CoopMarket.Web.Features.Search;
using CoopMarket.Web.Features.Storefront.Contract;
using CsCheck;

namespace CoopMarket.Web.Tests.Search;

public sealed class Words_are_read_as_people_write_them
{
    [Theory]
    [InlineData("nước mắm", "NƯỚC MẮM")]
    [InlineData("nước mắm", "nu\u031bo\u031b\u0301c ma\u0306\u0301m")]
    [InlineData("hoà", "hòa")]
    [InlineData("thuý", "thúy")]
    [InlineData("tỏi  đen!", "Tỏi-đen")]
    internal void The_same_words_in_other_dress_are_the_same(string one, string other)
        => MarkedWord.In(one).ShouldBe(MarkedWord.In(other));

    [Theory]
    [InlineData("đặc sản", "dac san")]
    [InlineData("nước mắm", "nuoc mam")]
    [InlineData("chè", "che")]
    internal void Words_without_marks_are_other_words_that_fold_alike(string marked, string plain)
    {
        MarkedWord.In(marked).Select(w => w.Folded).ShouldBe(MarkedWord.In(plain).Select(w => w.Folded));
        MarkedWord.In(marked).ShouldAllBe(w => w.HasMarks);
        MarkedWord.In(plain).ShouldAllBe(w => !w.HasMarks);
    }

    [Fact]
    internal void Words_that_differ_in_a_tone_only_are_two_words()
        => MarkedWord.In("tỏi tới tôi tối toi").Select(w => w.Marked).Distinct().Count().ShouldBe(5);

    [Theory]
    [InlineData("vi", "Tỏi đen ngâm mật ong", "toi+3 den+2 ngam+1 mat+0 ong+0")]
    [InlineData("fr", "Savon au miel", "savon+3 au+2 miel+1")]
    [InlineData("en", "Honey soap", "honey+2 soap+3")]
    [InlineData("en", "Black garlic, single clove", "black+2 garlic+3 single+0 clove+0")]
    [InlineData("en", "Glass noodles with black garlic", "glass+2 noodles+3 with+0 black+0 garlic+0")]
    [InlineData("en", "With", "with+3")]
    [InlineData("en", "(,)", "")]
    internal void The_head_of_a_name_counts_a_little_more(string language, string name, string worth)
        => string.Join(' ', NameWords.In(name, language).Select(w => $"{w.Word.Folded}+{w.Points - Points.Of(FindablePlace.Name)}")).ShouldBe(worth);

    [Fact]
    internal void Any_string_makes_a_question()
        => Gen.String[0, 400].Sample(text =>
        {
            var question = Question.Of(text);
            question.Words.Count.ShouldBeLessThanOrEqualTo(12);
            question.Lookups.ShouldAllBe(l => l.Word.Length > 0 && !l.Word.Contains('\0'));
        });

    [Fact]
    internal void A_question_without_words_is_empty()
    {
        Question.Of(null).Words.ShouldBeEmpty();
        Question.Of(" \0 \" * ( ^ ' - \ud800 ").Words.ShouldBeEmpty();
    }

    [Fact]
    internal void What_is_beyond_two_hundred_characters_is_left()
        => Question.Of(new string(' ', 200) + "mật").Words.ShouldBeEmpty();

    [Theory]
    [InlineData("trà", "che")]
    [InlineData("tra", "che")]
    [InlineData("garlic", "toi")]
    [InlineData("tỏi", "garlic")]
    [InlineData("cà phê", "coffee")]
    [InlineData("ca phe", "coffee")]
    [InlineData("cafe", "coffee")]
    internal void A_word_brings_those_that_mean_the_same(string typed, string other)
        => Question.Of(typed).Lookups.Select(l => l.Word).ShouldContain(other);

    [Fact]
    internal void A_marked_word_means_itself_only()
        => Question.Of("chế").Lookups.Select(l => l.Word).Distinct().ShouldBe(["che"]);

    [Fact]
    internal void A_phrase_brings_its_synonyms_to_each_of_its_words()
    {
        var question = Question.Of("tỏi đen ngon");
        question.Words[0].Others.ShouldContain(o => o.Select(w => w.Folded).SequenceEqual(new[] { "black", "garlic" }));
        question.Words[1].Others.ShouldContain(o => o.Select(w => w.Folded).SequenceEqual(new[] { "black", "garlic" }));
        question.Words[2].Others.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("savon au miel", "savon miel")]
    [InlineData("miel à la menthe", "miel menthe")]
    [InlineData("bougies en cire d’abeille", "bougies cire abeille")]
    [InlineData("soap for kids", "soap kids")]
    [InlineData("the noir", "the noir")]
    [InlineData("men la", "men")]
    [InlineData("men lá", "men la")]
    [InlineData("de la", "de la")]
    [InlineData("à", "a")]
    internal void Little_words_count_for_nothing_beside_others(string typed, string counts)
        => string.Join(' ', Question.Of(typed).Words.Select(w => w.Word.Folded)).ShouldBe(counts);

    [Fact]
    internal void The_last_word_may_be_half_of_another_while_it_is_typed()
        => Question.Of("savon au", isBegun: true).Words.Select(w => w.Word.Folded).ShouldBe(["savon", "au"]);

    [Fact]
    internal void English_plurals_find_the_one() => Question.Of("mangoes").Lookups.Select(l => l.Word).ShouldContain("mango");
}
