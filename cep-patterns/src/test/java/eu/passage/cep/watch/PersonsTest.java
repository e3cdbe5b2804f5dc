package eu.passage.cep.watch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PersonsTest {

  @Test
  void caseBlanksAndHiddenCharactersMakeNobodyASecondPerson() {
    assertThat(Persons.same("J. Dupont", " j.DUPONT\t")).isTrue();
    assertThat(Persons.same("J. Dupont", "J.\u00a0Du\u200bpont")).isTrue();
    assertThat(Persons.same("Hélène", "He\u0301le\u0300ne")).isTrue();
  }

  @Test
  void anotherNameIsAnotherPerson() {
    assertThat(Persons.same("J. Dupont", "J. Dupond")).isFalse();
    assertThat(Persons.same("Hélène", "Helene")).isFalse();
  }
}
